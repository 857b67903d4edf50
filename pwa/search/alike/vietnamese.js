/** Vietnamese. What stands in one line is asked for as if it were one thing. */
export const vietnamese = `
nhà ở, chỗ ở, căn hộ, phòng trọ, nhà trọ, nơi ở
ký túc xá, ktx, nhà ở sinh viên, phòng crous, phòng sinh viên, cư xá
ở ghép, ở chung, bạn cùng nhà, bạn cùng phòng, nhà chung, chia phòng, thuê chung
chủ nhà, chủ trọ, người cho thuê
tiền thuê, thuê nhà, tiền nhà, thuê phòng
hợp đồng thuê nhà, hợp đồng thuê
tiền đặt cọc, tiền cọc, đặt cọc, tiền thế chân
bảo lãnh, người bảo lãnh, bảo đảm
báo trước, trả nhà, trả phòng, dọn đi, chấm dứt hợp đồng, rời nhà
chuyển nhà, chuyển chỗ ở, đổi địa chỉ, địa chỉ mới, dọn nhà
lừa đảo, gian lận, giả mạo, bị lừa, kẻ lừa
trợ cấp nhà ở, tiền trợ cấp, hỗ trợ tiền nhà, trợ cấp thuê nhà, apl
trợ cấp, hỗ trợ, giúp đỡ
điện, tiền điện, hợp đồng điện
biên bản hiện trạng, kiểm kê
bảo hiểm nhà ở, bảo hiểm nhà, bảo hiểm căn hộ
bác sĩ, khám bệnh, đi khám, bác sĩ đa khoa, bác sĩ gia đình
nha sĩ, răng, khám răng, nha khoa
bệnh viện, nằm viện, nhập viện, phẫu thuật
cấp cứu, khẩn cấp, tai nạn, cứu thương, cứu hỏa
nhà thuốc, hiệu thuốc, tiệm thuốc
thuốc, dược phẩm, thuốc men
kính, mắt kính, kính mắt, kính cận
vắc xin, tiêm phòng, tiêm chủng, chích ngừa, vaccine
tránh thai, bao cao su, ngừa thai
mang thai, có thai, có bầu, thai sản, sinh con
tâm lý, tâm thần, trầm cảm, lo âu, bác sĩ tâm lý, stress
hiv, sida, bệnh lây qua đường tình dục, bệnh xã hội
tự tử, tự sát, muốn chết
bảo hiểm y tế, bảo hiểm sức khỏe, an sinh xã hội, bảo hiểm xã hội
bổ sung, mutuelle, bảo hiểm bổ sung
hoàn tiền, hoàn lại, hoàn trả, bồi hoàn, trả lại
giá, chi phí, tốn, bao nhiêu tiền, lệ phí, phí
thuế, khoản đóng góp, đóng góp
miễn phí, không mất tiền
rẻ, giảm giá, ưu đãi
hết tiền, không có tiền, khó khăn tài chính, nợ, túng thiếu
học bổng, trợ cấp học
việc làm, đi làm, làm việc, công việc, làm thêm
chủ lao động, người sử dụng lao động, công ty, sếp
sinh viên, du học sinh, đi học, đang học
đại học, trường, trường học
tiến sĩ, nghiên cứu sinh
nhà nghiên cứu, nhà khoa học, nghiên cứu viên
thực tập, thực tập sinh
lương, tiền lương, thu nhập
phiếu lương, bảng lương
tài khoản ngân hàng, mở tài khoản
iban, số tài khoản, thông tin ngân hàng
từ chối, bị từ chối
bằng lái, giấy phép lái xe, lái xe, ô tô
xe buýt, tàu điện, giao thông công cộng, đi lại, phương tiện
điện thoại, di động, sim
internet, mạng, wifi
bữa ăn, ăn trưa, căng tin, nhà ăn, đồ ăn
thể thao, phòng gym, bóng đá, bơi
văn hóa, xem phim, rạp chiếu phim, ca nhạc, bảo tàng, giải trí
học tiếng pháp, lớp tiếng pháp, khóa học tiếng, lớp học tiếng
thẻ cư trú, giấy phép cư trú, thẻ tạm trú, giấy tạm trú
gia hạn, kéo dài, đổi thẻ
hết hạn, quá hạn
xác nhận, kích hoạt, xác thực
cuộc hẹn, lịch hẹn, đặt hẹn, hẹn
tỉnh trưởng, cơ quan di trú, sở di trú, tòa tỉnh trưởng, préfecture
mất, bị mất, đánh mất, thất lạc
trộm, ăn cắp, ăn trộm, bị cướp, mất cắp, mất trộm, móc túi
bạo lực, bị đánh, hành hung, đe dọa, quấy rối, tấn công, đánh đập
phân biệt đối xử, kỳ thị, phân biệt chủng tộc
vợ chồng, vợ, chồng, bạn đời, hôn nhân
con cái, trẻ em, em bé, trẻ sơ sinh, con nhỏ
vị thành niên, dưới 18 tuổi
dịch, dịch thuật, phiên dịch, bản dịch
giấy tờ, tài liệu, hồ sơ
giấy chứng nhận, chứng nhận, giấy xác nhận, chứng minh
vương quốc anh, nước anh, người anh
châu âu, liên minh châu âu, eu
mới đến, mới sang, những bước đầu, tuần đầu, vừa đến
rời pháp, rời khỏi pháp, về nước
carte vitale, thẻ bảo hiểm, thẻ y tế, thẻ khám bệnh
tốt nghiệp, bằng cấp, văn bằng, học xong
tìm việc, tìm việc làm, xin việc
du lịch, đi chơi, đi lại nước ngoài
giúp đỡ, tư vấn
khai thuế, tờ khai thuế, thuế thu nhập
ban đêm, buổi tối, cuối tuần, chủ nhật
số an sinh xã hội, số bảo hiểm xã hội
báo, thông báo, khai báo, nói cho, cho biết, trình báo
báo trước, thông báo trước
đổi, thay đổi, chuyển, thay
bắt đầu, khởi đầu
mang theo, đưa sang, đi cùng, đoàn tụ, sang cùng
quên, trễ, muộn, quá hạn, hạn chót, thời hạn
nhận, lấy, lĩnh
chứng minh, bằng chứng, xuất trình, chứng nhận
xin, nộp đơn, yêu cầu, đề nghị, đăng ký
hàng năm, mỗi năm, hằng năm
hủy, đóng, chấm dứt, cắt
chờ, đợi, bao lâu
bắt buộc, nghĩa vụ, phải có
văn phòng, quầy, cơ quan
giờ mở cửa, mở cửa, đóng cửa
khác nhau, khác biệt, so sánh
gửi, nộp, chuyển
ốm, bệnh, bị bệnh, sốt, ho, cúm, cảm, covid, đau, đau bụng, đau đầu, triệu chứng, nhiễm trùng, dị ứng, y tá, tiểu đường > bác sĩ
chuyên khoa, da liễu, phụ khoa, nhãn khoa, xét nghiệm máu, chụp x > bác sĩ, chuyên khoa
chảy máu, bất tỉnh, đau tim, đột quỵ, khó thở, gãy chân, gãy tay, bỏng, cháy, bị thương > cấp cứu
khóc, buồn, mất ngủ, hoảng loạn, cô đơn, nhớ nhà, kiệt sức, căng thẳng, áp lực > tâm lý
niềng răng, trám răng, nướu, răng khôn, nhổ răng > nha sĩ
mắt, thị lực, cận thị > kính
thính lực, điếc, tai > máy trợ thính
mũi tiêm, sởi, uốn ván, mũi nhắc > vắc xin, tiêm
không bảo vệ, đặt vòng, sau quan hệ, phá thai, quan hệ tình dục > tránh thai
chlamydia, giang mai, lậu, mụn rộp > lây qua đường tình dục, hiv
nữ hộ sinh, siêu âm, sắp sinh > thai
kháng sinh, giảm đau, insulin, đơn thuốc, thuốc mỡ > thuốc, nhà thuốc
ngủ, sống, phòng, vô gia cư, nhà nghỉ, khách sạn > nhà ở, chỗ ở
sưởi, đèn, ga, mất điện, cúp điện, không có điện, công tơ > điện
ký thay, ký giúp, người ký, trả thay > bảo lãnh
rò nước, mốc, sửa chữa, đồ đạc, hư hỏng, chìa khóa, dọn vào > hiện trạng
luật sư, tranh chấp, tòa án, kiện, mâu thuẫn, đuổi, quyền lợi > tư vấn
bồi bàn, quán bar, trông trẻ, gia sư, giao hàng, thu ngân, dọn dẹp, tuyển, bán thời gian, kiếm tiền > việc làm, làm việc
được phép, xin phép, phép, cấm, hợp pháp > giấy phép, quyền
nợ lương, làm thêm giờ, bị đuổi, sa thải, hợp đồng > hợp đồng, chủ
kiếm, mỗi giờ, một giờ, trả công > lương
tiền mặt, rút tiền, chuyển khoản, thẻ tín dụng, séc > tài khoản ngân hàng
đói, phá sản, cạn tiền > khó khăn tài chính, trợ giúp khẩn cấp
tiêu, sinh hoạt, hàng tháng, mỗi tháng, sinh hoạt phí > ngân sách, chi tiêu
nhà nước, chính phủ > thuế
nấu ăn, bữa sáng, bữa tối, siêu thị > bữa ăn
gọi điện, gọi, dữ liệu, sóng > điện thoại
tàu hỏa, xe đạp, vé, đi xe > giao thông công cộng, xe buýt
bóng rổ, quần vợt, bóng chuyền, bóng ném, yoga, nhảy, leo núi, chạy bộ, judo, đấm bốc > thể thao
phim, lễ hội, triển lãm, tiệc, sách, thư viện > văn hóa
nói tiếng pháp, hội thoại, ngữ pháp > học tiếng pháp
lái, xe máy, vô lăng > bằng lái
mật khẩu, đăng nhập, tên đăng nhập > franceconnect
bị hack, tin nhắn, liên kết, bưu kiện, hải quan, email, trang web, vi rút > lừa đảo
ví, túi, máy tính, xe đạp > trộm, mất trộm
tát, theo dõi, sợ, nguy hiểm, sờ > bạo lực
da đen, màu da, nguồn gốc, tôn giáo, người nước ngoài > phân biệt đối xử
bạn gái, bạn trai, vị hôn thê, vị hôn phu, người yêu > vợ chồng
mẹ, bố, cha mẹ, anh em, chị em, người thân > gia đình
trường mầm non, nhà trẻ, tiểu học > con
máy bay, sân bay, hạ cánh, ổn định > mới đến
vali, hành lý, đóng gói > mang, giấy tờ
nghỉ hè, kỳ nghỉ, giáng sinh, quay lại, trở lại, biên giới > du lịch, đi lại
visa du lịch, nhầm visa > đổi visa, đổi diện
giấy, thư, biên nhận > giấy chứng nhận
đóng dấu, hợp pháp hóa, công chứng > apostille, hợp pháp hóa
thạc sĩ, cử nhân, ra trường > bằng
mở công ty, tự doanh, kinh doanh > lập công ty
bỏ học, nghỉ học, thôi học > bỏ học, thôi học
mười bảy tuổi, mười sáu tuổi, thiếu niên > dưới 18 tuổi
vĩnh viễn, về luôn, về hẳn > rời pháp
hai năm, ba năm, bốn năm > nhiều năm
cảnh sát kiểm tra, bằng chứng nộp đơn > giấy xác nhận
căn cước, chứng minh thư, thẻ ngoại kiều, thẻ thường trú, visa cư trú, cmnd, cccd > thẻ cư trú
mã số thuế, mã định danh, số thẻ bảo hiểm > số an sinh xã hội
swift, mã ngân hàng, số tài khoản > iban, rib
công an, ủy ban, phường, sở ngoại vụ, cục xuất nhập cảnh > préfecture
bhyt, bảo hiểm nhà nước, bảo hiểm sinh viên > bảo hiểm y tế
trạm xá, phòng khám, trực đêm > cấp cứu, bác sĩ trực
tiền trợ cấp nhà, phụ cấp nhà, hộ nghèo > trợ cấp nhà ở
thuế đất, thuế nhà > taxe d'habitation
phí nhập học, học phí, phí ghi danh > cvec
bằng lái quốc tế, gplx > bằng lái
phần tự trả, đồng chi trả > hoàn tiền
sổ hộ khẩu, hộ khẩu, giấy tạm trú, hóa đơn điện > chứng minh nơi ở, justificatif de domicile
giấy khai sinh, lý lịch tư pháp, bảng điểm > giấy tờ
công chứng, tuyên thệ, sao y > apostille, dịch tuyên thệ
bảng lương, phiếu lương > fiche de paie
tiền thế chân, tiền cọc > tiền đặt cọc
visa lao động, giấy phép lao động > autorisation de travail
visa khứ hồi, tái nhập cảnh > visa de retour, đi lại
visa gia đình, bảo lãnh vợ, đoàn tụ > đoàn tụ gia đình, regroupement familial
người đứng tên, bảo lãnh ngân hàng > bảo lãnh
`;
