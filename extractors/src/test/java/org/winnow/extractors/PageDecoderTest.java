// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.extractors.DecodedPage.Source;

class PageDecoderTest {
  private static final String ARABIC =
      "افتتحت المكتبة العامة في المدينة صباح اليوم قاعة جديدة للقراءة، وحضر الافتتاح عدد كبير من"
          + " الطلاب والأساتذة. وقال مدير المكتبة إن القاعة تضم أكثر من عشرين ألف كتاب في مختلف"
          + " العلوم والآداب، وإن أبوابها ستبقى مفتوحة حتى ساعة متأخرة من الليل.";
  private static final String RUSSIAN =
      "Сегодня утром в городе открылась новая библиотека. На открытие пришли студенты и"
          + " преподаватели. Директор рассказал, что в зале собрано более двадцати тысяч книг по"
          + " разным наукам и что двери будут открыты до позднего вечера.";
  private static final String JAPANESE =
      "市の新しい図書館が今朝開館しました。開館式には多くの学生や先生が参加しました。館長によると、"
          + "閲覧室には二万冊以上の本があり、夜遅くまで利用できるということです。子どものための部屋もあります。";
  private static final String CHINESE =
      "市图书馆的新阅览室今天上午开放。许多学生和老师参加了开放仪式。馆长说，阅览室有两万多本不同学科的书，" + "每天开放到很晚。这里还有为孩子们准备的房间，大家都很高兴。";
  private static final String TAIWANESE =
      "市立圖書館的新閱覽室今天上午開放。許多學生和老師參加了開放儀式。館長說，閱覽室有兩萬多本不同學科的書，" + "每天開放到很晚。這裡還有為孩子們準備的房間，大家都很高興。";
  private static final String KOREAN =
      "시립 도서관의 새 열람실이 오늘 아침에 문을 열었습니다. 많은 학생과 선생님이 개관식에 참석했습니다. 관장은"
          + " 열람실에 여러 분야의 책이 이만 권 넘게 있으며 밤늦게까지 이용할 수 있다고 말했습니다.";
  private static final String FRENCH =
      "La nouvelle salle de lecture a été inaugurée ce matin à la bibliothèque, où de nombreux"
          + " élèves étaient venus. Le directeur a précisé qu’elle resterait ouverte très tard.";

  private static String text(String charset) {
    return switch (charset) {
      case "windows-1251", "KOI8-R", "IBM866", "ISO-8859-5" -> RUSSIAN;
      case "Shift_JIS", "EUC-JP", "ISO-2022-JP" -> JAPANESE;
      case "GB18030", "GBK" -> CHINESE;
      case "Big5" -> TAIWANESE;
      case "EUC-KR" -> KOREAN;
      case "windows-1252" -> FRENCH;
      default -> ARABIC.replace("،", charset.equals("ISO-8859-6") ? "" : "،");
    };
  }

  private static String page(String declaration, String text) {
    return "<!DOCTYPE html><html><head>"
        + declaration
        + "<script>var menu = 'charset';</script></head><body><p>"
        + text
        + "</p></body></html>";
  }

  private static DecodedPage decode(String page, String charset, String contentType) {
    return PageDecoder.decode(page.getBytes(Charset.forName(charset)), contentType);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8",
    "windows-1256",
    "ISO-8859-6",
    "windows-1251",
    "KOI8-R",
    "IBM866",
    "ISO-8859-5",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "GB18030",
    "GBK",
    "Big5",
    "EUC-KR",
    "windows-1252",
    "UTF-16LE",
    "UTF-16BE"
  })
  void a_charset_in_the_header_is_read_without_a_wrong_character(String charset) {
    String page = page("", text(charset));
    DecodedPage decoded = decode(page, charset, "text/html; charset=" + charset);
    assertThat(decoded.text()).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8",
    "windows-1256",
    "ISO-8859-6",
    "windows-1251",
    "KOI8-R",
    "IBM866",
    "ISO-8859-5",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "GB18030",
    "GBK",
    "Big5",
    "EUC-KR",
    "windows-1252"
  })
  void a_charset_in_a_meta_element_is_read_without_a_wrong_character(String charset) {
    String page = page("<meta charset=" + charset + ">", text(charset));
    DecodedPage decoded = decode(page, charset, "text/html");
    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.source()).isEqualTo(Source.META);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, BYTES",
    "UTF-16LE, BYTES",
    "UTF-16BE, BYTES",
    "windows-1256, DETECTOR",
    "ISO-8859-6, DETECTOR",
    "windows-1251, DETECTOR",
    "KOI8-R, DETECTOR",
    "Shift_JIS, DETECTOR",
    "EUC-JP, DETECTOR",
    "ISO-2022-JP, DETECTOR",
    "GB18030, DETECTOR",
    "Big5, DETECTOR",
    "EUC-KR, DETECTOR",
    "windows-1252, DETECTOR"
  })
  void a_charset_that_is_not_declared_is_found_from_a_paragraph(String charset, Source source) {
    String page = page("", text(charset));
    DecodedPage decoded = decode(page, charset, "");
    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.source()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_outranks_the_header_and_is_no_text(String charset) {
    String page = page("", ARABIC);
    DecodedPage decoded = decode("\uFEFF" + page, charset, "text/html; charset=iso-8859-1");
    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.source()).isEqualTo(Source.BOM);
  }

  @ParameterizedTest
  @CsvSource({
    "<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'>",
    "<META CONTENT=\"text/html;charset=windows-1256\" HTTP-EQUIV=content-type>",
    "<meta\tcharset = \"windows-1256\" />",
    "<meta charset=windows-1256/>",
    "<!-- <meta charset=utf-8> --><meta charset=cp1256>",
    "<script>'<meta charset=utf-8>'</script><meta charset=x-cp1256>",
    "<title>a</title><meta name=charset content=utf-8><meta charset='windows-1256'>",
    "<?xml version='1.0' encoding='windows-1256'?>"
  })
  void every_way_to_write_the_declaration_is_understood(String declaration) {
    String page =
        declaration.startsWith("<?xml") ? declaration + ARABIC : page(declaration, ARABIC);
    DecodedPage decoded = decode(page, "windows-1256", "");
    assertThat(decoded.charset().name()).isEqualTo("windows-1256");
    assertThat(decoded.source()).isEqualTo(Source.META);
  }

  @Test
  void a_declaration_behind_the_first_kilobyte_is_found() {
    String page = page("<style>" + "a{}".repeat(2000) + "</style><meta charset=koi8-r>", "Да");
    assertThat(decode(page, "KOI8-R", "").text()).isEqualTo(page);
  }

  @Test
  void iso_8859_6_with_letters_of_windows_1256_is_windows_1256() {
    String page = page("", ARABIC);
    DecodedPage decoded = decode(page, "windows-1256", "text/html; charset=iso-8859-6");
    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.remark()).contains("windows-1256");
  }

  @Test
  void a_declared_utf_8_that_is_windows_1256_is_detected() {
    String page = page("<meta charset=utf-8>", ARABIC);
    DecodedPage decoded = decode(page, "windows-1256", "text/html; charset=utf-8");
    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.source()).isEqualTo(Source.DETECTOR);
  }

  @Test
  void where_the_header_says_utf_8_and_is_wrong_the_meta_element_is_believed() {
    String page = page("<meta charset=windows-1251>", "Да");
    DecodedPage decoded = decode(page, "windows-1251", "text/html; charset=utf-8");
    assertThat(decoded.text()).isEqualTo(page);
  }

  @Test
  void utf_8_with_a_broken_byte_stays_utf_8() {
    byte[] bytes = page("", ARABIC).getBytes(UTF_8);
    bytes[bytes.length - 40] = (byte) 0xFF;
    assertThat(PageDecoder.decode(bytes, "text/html; charset=utf-8").charset()).isEqualTo(UTF_8);
    assertThat(PageDecoder.decode(bytes, "").charset()).isEqualTo(UTF_8);
  }

  @Test
  void utf_8_that_is_declared_as_latin_1_is_utf_8() {
    String page = page("", ARABIC);
    assertThat(decode(page, "UTF-8", "text/html; charset=iso-8859-1").text()).isEqualTo(page);
  }

  @Test
  void an_unknown_label_is_passed_over_with_a_remark() {
    DecodedPage decoded = decode(page("", ARABIC), "UTF-8", "text/html; charset=x-nonsense");
    assertThat(decoded.charset()).isEqualTo(UTF_8);
    assertThat(decoded.remark()).isEqualTo("unknown charset in the header: x-nonsense");
  }

  @Test
  void a_meta_element_cannot_make_a_page_utf_16() {
    DecodedPage decoded = decode(page("<meta charset=utf-16>", ARABIC), "UTF-8", "");
    assertThat(decoded.charset()).isEqualTo(UTF_8);
  }

  @Test
  void random_bytes_and_no_bytes_are_decoded_to_something() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    assertThat(PageDecoder.decode(bytes, "").text()).isNotEmpty();
    assertThat(PageDecoder.decode(new byte[0], "").text()).isEmpty();
    assertThat(PageDecoder.decode("<meta charset=\"".getBytes(US_ASCII), "charset=").text())
        .isEqualTo("<meta charset=\"");
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252",
    "latin1, windows-1252",
    "ascii, windows-1252",
    "US-ASCII, windows-1252",
    "iso-8859-9, windows-1254",
    "iso-8859-6, ISO-8859-6",
    "asmo-708, ISO-8859-6",
    "arabic, ISO-8859-6",
    "cp1256, windows-1256",
    "x-cp1256, windows-1256",
    "windows-1256, windows-1256",
    "cp1251, windows-1251",
    "koi, KOI8-R",
    "koi8-u, KOI8-U",
    "iso-8859-8-i, ISO-8859-8",
    "gb2312, GB18030",
    "gbk, GB18030",
    "big5, Big5-HKSCS",
    "x-sjis, windows-31j",
    "shift_jis, windows-31j",
    "euc-jp, x-eucJP-Open",
    "ks_c_5601-1987, x-windows-949",
    "euc-kr, x-windows-949",
    "tis-620, x-windows-874",
    "utf8, UTF-8",
    "' UTF-8 ', UTF-8",
    "utf-16, UTF-16LE",
    "macintosh, x-MacRoman",
    "visual, ISO-8859-8"
  })
  void a_label_means_what_it_means_to_a_browser(String label, String charset) {
    assertThat(EncodingLabels.charset(label)).contains(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({"x-nonsense", "''", "iso-2022-kr", "hz-gb-2312", "replacement", "utf-7", "utf-32"})
  void a_label_that_browsers_do_not_read_is_unknown(String label) {
    assertThat(EncodingLabels.charset(label)).isEmpty();
  }
}
