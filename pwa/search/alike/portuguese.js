/** Portuguese. What stands in one line is asked for as if it were one thing. */
export const portuguese = `
moradia, apartamento, casa, alojamento, habitação, apê, residência, lar
residência universitária, residência estudantil, quarto crous, alojamento estudantil, moradia estudantil, república
moradia compartilhada, apartamento compartilhado, colega de apartamento, dividir apartamento, dividir moradia, colega de quarto, república
proprietário, dono, locador, senhorio, imobiliária
aluguel, alugar, locação
contrato de aluguel, contrato de locação
depósito, caução, garantia
fiador, garantidor, avalista
aviso prévio, sair do apartamento, deixar o apartamento, entregar o apartamento, desocupar, rescindir contrato
mudança, mudar de casa, mudança de endereço, novo endereço, me mudei, mudar de endereço
golpe, fraude, falso, estelionato, enganado, golpista, anúncio falso
auxílio-moradia, ajuda de moradia, auxílio moradia, subsídio de aluguel, ajuda para o aluguel, apl
auxílio, ajuda, subsídio, benefício
eletricidade, luz, energia
vistoria, inventário
seguro residencial, seguro da casa, seguro do apartamento, seguro habitação
médico, doutor, clínico geral, médica, clínico
dentista, dente, odontológico
hospital, clínica, internação, internado, cirurgia
emergência, urgência, ambulância, acidente, pronto-socorro, bombeiros
farmácia, drogaria
remédio, medicamento, comprimido
óculos, ótica, lentes, oculista
vacina, vacinação, vacinar
contracepção, anticoncepcional, camisinha, preservativo, pílula
gravidez, grávida, gestante, maternidade, parto
psicólogo, saúde mental, depressão, deprimido, terapia, ansiedade, psiquiatra, psicológico
hiv, ist, dst, aids, infecção sexual
suicídio, suicida, me matar, quero morrer, tirar a vida
seguro saúde, plano de saúde, cobertura de saúde, seguridade social, seguro médico, previdência, convênio médico
complementar, mutuelle, seguro complementar
reembolso, reembolsar, devolver, devolução, dinheiro de volta
preço, custo, custar, tarifa, valor, pagar, custa
taxa, contribuição, imposto
grátis, gratuito, de graça, sem pagar
barato, desconto, reduzido, meia-entrada
sem dinheiro, não tenho dinheiro, dívidas, dificuldade financeira, problemas de dinheiro, ajuda financeira, não consigo pagar
bolsa, bolsista
trabalho, emprego, trabalhar, bico
empregador, chefe, patrão, empresa
estudos, estudante, estudar, aluno
universidade, faculdade, escola
doutorado, doutorando, tese
pesquisador, cientista, pós-doutorado, investigador
estágio, estagiário
salário, remuneração, pagamento
holerite, contracheque, folha de pagamento, recibo de salário
conta bancária, conta no banco, conta corrente
iban, dados bancários, número da conta
recusa, recusar, recusado, negar, negado
carteira de motorista, carteira de habilitação, dirigir, cnh, carro, habilitação
ônibus, metrô, transporte público, transporte, bonde, bicicleta
telefone, celular, chip, sim, plano de celular
internet, wifi
refeição, comida, comer, almoço, bandejão, restaurante universitário, jantar
esporte, academia, futebol, natação
cultura, cinema, concerto, museu, teatro, show, lazer
aulas de francês, aprender francês, curso de francês, curso de idioma, aula de francês
título de residência, autorização de residência, permissão de residência, visto de residência, cartão de residência
renovar, renovação, prorrogar, estender, prorrogação
vencer, vencido, expirar, vence, expirado
validar, validação, ativar
agendamento, horário marcado, agendar, hora marcada, marcar
prefeitura, préfecture, imigração, polícia federal
perdido, perda, perder, perdi, extraviado
roubado, roubo, ladrão, furto, assalto, roubaram, furtado
violência, agressão, agredido, bater, ameaça, assédio, estupro, apanhar, bate
discriminação, racismo, racista
cônjuge, marido, esposo, esposa, mulher, companheiro, casado
filho, criança, bebê, filha, recém-nascido
menor de idade, menor
tradução, traduzir, tradutor
documento, papel
certificado, atestado, comprovante, declaração
britânico, reino unido, inglaterra, brexit
europeu, união europeia, ue
chegar, chegada, primeiros passos, primeira semana, recém-chegado, primeiros dias
sair da frança, deixar a frança, ir embora, voltar para o brasil
carte vitale, cartão de saúde, carteirinha, cartão do seguro
diploma, formado, formatura, mestrado
procurar emprego, procurar trabalho, busca de emprego
viajar, viagem
ajuda, conselho, orientação
declaração de imposto, declarar renda, imposto de renda, declaração de renda
noite, fim de semana, domingo
número da seguridade social, número de seguridade social
`;
