/** Vietnamese: words are written syllable by syllable, and often typed without tones. */

import { vietnamese as alike } from '../alike/vietnamese.js';

/** @import {Language} from '../languages.js' */

const STOP =
  'ai bao nhiêu bị các cái cần cho có còn của cũng do đã đang đâu để đến đi đó đây được gì hay ' +
  'hoặc hơn khi không là làm lại lên lúc mà mấy mình mỗi một muốn nào này nên nếu nhưng những ở ' +
  'phải qua ra rằng rồi sao sau sẽ tại tất cả thế thì thể thôi tôi trên trong trước từ và vào ' +
  'vẫn về vì với vậy xin nữa cứ liệu chưa chỉ vừa rất quá hơi lắm nhỉ ạ à nhé ơi ấy kia luôn ' +
  'ngay đều bởi tuy dù';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * A syllable with its tone at its end, wherever on the vowels it is written ("hoà", "hòa").
 * @param {string} word
 */
function toned(word) {
  const parts = [...word.normalize('NFD')];
  const tone = parts.find((part) => TONES.test(part)) ?? '';
  return (
    parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC') + tone
  );
}

/** @type {Language} */
export const vietnamese = { alike, stop: STOP, stem: (word) => word, toned, syllables: true };
