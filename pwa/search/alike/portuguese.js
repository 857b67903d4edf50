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
dizer, informar, avisar, notificar, comunicar, declarar, anunciar
avisar, aviso, aviso prévio
mudar, trocar, modificar, mudança, troca
começar, iniciar
trazer, levar, acompanhar, vir comigo
esquecer, esqueci, atrasado, atraso, prazo, data limite
retirar, buscar, pegar
provar, prova, comprovar, mostrar, comprovante
solicitar, pedir, pedido, solicitação
ano, anual, todo ano, cada ano
cancelar, fechar, rescindir, encerrar
esperar, espera, demora
obrigatório, obrigado, obrigação
escritório, guichê, agência, balcão
horário, aberto, fechado
diferença, comparar
enviar, mandar, apresentar
doente, doença, febre, tosse, gripe, resfriado, covid, dor, dói, sintoma, infecção, alergia, estômago, garganta, cabeça, diabetes, enfermeira > médico, atendimento
especialista, dermatologista, ginecologista, oftalmologista, exame de sangue, raio x > médico, especialista
sangrar, inconsciente, infarto, respirar, perna quebrada, fratura, queimadura, fogo, ferido, overdose > emergência, ambulância
chorar, triste, infeliz, insônia, dormir, pânico, sozinho, sobrecarregado, esgotado, estresse > psicólogo, saúde mental
aparelho dentário, obturação, gengiva, siso > dentista
olho, visão, cego, enxergar > óculos
ouvir, surdo, ouvido > aparelhos auditivos
injeção, sarampo, tétano, reforço > vacina
sem proteção, diu, dia seguinte, aborto, sexo > contracepção
clamídia, sífilis, gonorreia, herpes > infecções, hiv
parteira, ultrassom, esperando bebê > gravidez
antibiótico, paracetamol, insulina, bombinha, xarope, receita, pomada > medicamentos, farmácia
dormir, morar, teto, quarto, sem teto, albergue, hotel, airbnb > moradia
aquecimento, luz, lâmpada, gás, apagão, medidor > eletricidade
assinar por mim, assine por, pagar por mim, fiador > fiador, garantia
vazamento, mofo, conserto, móveis, danos, quebrado, chave > vistoria
advogado, disputa, tribunal, processo, conflito, despejar, direitos > orientação
garçom, bar, babá, aulas particulares, entrega, entregador, caixa, faxina, contratar, meio período, ganhar > trabalho, emprego
permitido, permissão, autorizado, proibido, legal > autorização, direito
não pago, horas extras, demitido, contrato > empregador, contrato
ganhar, por hora, pago > salário
dinheiro vivo, saque, transferência, cartão de crédito, cartão de débito, pix > conta bancária
fome, falido, sobreviver > ajuda financeira, banco de alimentos, problemas de dinheiro
gastar, viver com, mensal, por mês, custo de vida > orçamento
governo, receita, fisco > imposto
cozinhar, comer, jantar, café da manhã, supermercado > refeição
ligar, telefonar, chamada, dados, sinal > telefone, celular
trem, bicicleta, bilhete, passagem, trajeto > transporte, ônibus
basquete, tênis, vôlei, handebol, rúgbi, ioga, dança, escalada, correr, judô, boxe, natação > esporte
filme, festival, exposição, festa, show, livro, biblioteca > cultura
falar francês, conversação, gramática > curso de francês, aulas de francês
dirigir, moto, volante > carteira de motorista, dirigir
senha, login, usuário, entrar > franceconnect
hackeado, sms, link, pacote, alfândega, e-mail, site, vírus > golpe, fraude
carteira, bolsa, computador, bicicleta, bike > roubo, furto
tapa, perseguir, medo, perigo, tocar > violência
negro, pele, origem, religião, cor, estrangeiro > discriminação
namorada, namorado, noiva, noivo, casal > cônjuge
mãe, pai, pais, irmão, irmã, parentes > família
escola, creche > filho, criança
avião, aeroporto, pousar, desembarcar, instalar > chegada, chegar
mala, bagagem, levar > trazer, documentos
férias, natal, voltar, retorno, fronteira > viajar
visto de turista, visto errado > mudança de status
papel, carta, recibo > certificado
selo, carimbo, legalizar, autenticar > apostila, legalização
mestrado, graduação, formar, terminar o curso > diploma
sociedade, autônomo, empresa, negócio > empresa
abandonar, desistir, largar o curso > desistir dos estudos
dezessete, dezesseis, adolescente > menor
para sempre, de vez, definitivamente > sair da frança
dois anos, três anos, quatro anos > vários anos, plurianual
controle policial, prova do pedido > attestation, récépissé
rg, rnm, rne, identidade, carteira de identidade, cartão de residente, visto de residência, documento de estrangeiro > titre de séjour, autorização de residência
cpf, nis, pis, número do sus, número do inss > número de seguridade social, número fiscal
agência e conta, pix, swift, bic, dados bancários, número da conta > iban, rib
polícia federal, sef, aima, imigração, prefeitura > préfecture
sus, inss, plano de saúde, convênio, seguro estudantil, saúde pública > assurance maladie, seguro de saúde
upa, posto de saúde, pronto-socorro, pronto atendimento, plantão > pronto-socorro, emergência
bolsa família, auxílio moradia, auxílio aluguel, vale, subsídio > auxílio-moradia, apl
iptu > taxe d'habitation
matrícula, taxa de inscrição, mensalidade, anuidade > cvec
cnh, detran, carteira internacional > carteira de motorista
coparticipação, franquia, não coberto > reembolso
conta de luz, comprovante de residência, declaração de residência > comprovante de endereço, justificatif de domicile
certidão de nascimento, antecedentes criminais, histórico escolar > documentos
cartório, reconhecer firma, juramentado, autenticada > apostila, tradutor juramentado
holerite, contracheque, recibo de salário > fiche de paie, bulletin de salaire
caução, sinal, calção > depósito
visto de trabalho, carteira de trabalho > autorização de trabalho
visto de saída, visto de retorno > viajar, visa de retour
visto de família, reunificação > reagrupamento familiar, regroupement familial
avalista, seguro fiança, fiador > garantia, visale
`;
