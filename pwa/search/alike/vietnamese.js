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
`;
