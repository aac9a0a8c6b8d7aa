// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.imports.FtrImport.Config;
import org.winnow.siterules.imports.ImportNote.Kind;

class FtrImportTest {
  private static final RuleReader READER =
      new RuleReader(css -> css.contains("refused") ? Optional.of("is refused") : Optional.empty());

  private static final Config GAZETTE =
      new Config(
          "configs/gazette.example.txt",
          """
          # the gazette
          title: //h1[@class='headline']
          author: substring-after(//p[@class='by'], 'By ')
          date: //time/@datetime
          body: //div[@id='story'] | //p[@class='lead']
          body: //article
          strip: //aside
          strip: //img/@srcset
          strip_id_or_class: share-bar
          strip_id_or_class: 'two words'
          strip_image_src: /pixel.
          prune: no
          tidy: no
          test_url: https://gazette.example/2020/1.html
          test_contains: the harbour
          """);

  @Test
  void a_config_becomes_a_rule() {
    FtrImport.Result result = imported(GAZETTE);
    assertThat(result.files())
        .singleElement()
        .extracting(RuleFile::path)
        .isEqualTo("gazette.example.yml");
    assertThat(result.files().get(0).yaml())
        .startsWith(
            """
            # Imported from the site config gazette.example.txt.
            version: 1
            site: https://gazette.example/
            status: unverified
            extract:
              title: h1[class=headline]
            """)
        .contains("  date: time[datetime]@datetime\n")
        .contains("  body:\n    - div#story, p[class=lead]\n    - article\n")
        .contains("  selectors:\n    - aside\n")
        .contains("    - img[src*=\"/pixel.\" s]\n")
        .contains("  names: share-bar\n")
        .contains("# https://gazette.example/2020/1.html\n# contains: the harbour\n");
  }

  @Test
  void the_report_counts_expressions_and_files() {
    FtrReport report = imported(GAZETTE).report();
    assertThat(report.files()).isOne();
    assertThat(report.imported()).isOne();
    assertThat(report.complete()).isOne();
    assertThat(report.expressions()).isEqualTo(6);
    assertThat(report.translated()).isEqualTo(6);
  }

  @Test
  void what_css_cannot_say_stays_xpath_and_is_named_with_its_line() {
    FtrReport report =
        imported(new Config("x.example.txt", "body: //article\n\nstrip: //p[text()='Ad']\n"))
            .report();
    assertThat(report.complete()).isZero();
    assertThat(report.notes())
        .filteredOn(note -> note.kind() == Kind.XPATH)
        .singleElement()
        .asString()
        .isEqualTo(
            "x.example.txt:3: strip compares the whole text of an element (= 'Ad'):"
                + " //p[text()='Ad']");
  }

  @Test
  void typos_are_named_with_their_line_and_what_was_meant() {
    FtrReport report =
        imported(new Config("x.example.txt", "titl: //h1\nno directive\nbody: //div[\ntest_rul: x"))
            .report();
    assertThat(report.notes())
        .filteredOn(note -> note.kind() == Kind.MALFORMED)
        .extracting(ImportNote::toString)
        .anySatisfy(
            note ->
                assertThat(note)
                    .isEqualTo("x.example.txt:1: unknown directive 'titl' (did you mean title?)"))
        .anySatisfy(note -> assertThat(note).startsWith("x.example.txt:2: is not 'directive:"))
        .anySatisfy(note -> assertThat(note).startsWith("x.example.txt:3: body is not XPath"))
        .anySatisfy(note -> assertThat(note).contains("(did you mean test_url?)"));
  }

  @Test
  void logins_cookies_and_borrowed_names_are_left_out() {
    FtrImport.Result result =
        imported(
            new Config(
                "x.example.txt",
                """
                requires_login: yes
                login_uri: https://x.example/login
                http_header(Cookie): paid=1
                http_header(User-Agent): Mozilla/5.0 (compatible; Googlebot/2.1)
                """));
    assertThat(result.report().reasons(Kind.LEFT_OUT))
        .containsEntry("login", 2)
        .containsEntry("cookie", 1)
        .containsEntry("borrowed name", 1);
    assertThat(withoutComments(result.files().get(0).yaml())).doesNotContain("paid", "Googlebot");
    assertThat(result.report().complete()).isOne();
  }

  @Test
  void pairs_of_find_and_replace_are_kept_together_in_order() {
    FtrRule rule =
        FtrTranslator.translate(
            FtrFile.parse(
                "x.example.txt",
                """
                find_string: <noscript>
                find_string: a: b
                replace_string: <div>
                replace_string:
                replace_string(http://x): y
                """));
    assertThat(rule.entries().keySet())
        .extracting(entry -> entry.value().words())
        .containsExactly(
            "{find=<noscript>, with=<div>}", "{find=a: b, with=}", "{find=http://x, with=y}");
    assertThat(rule.isComplete()).isTrue();
  }

  @Test
  void a_condition_on_the_page_goes_into_the_link_before_it() {
    FtrRule rule =
        FtrTranslator.translate(
            FtrFile.parse(
                "x.example.txt", "single_page_link: //a[@class='all']\nif_page_contains: //nav"));
    assertThat(rule.entries().keySet())
        .singleElement()
        .extracting(entry -> entry.path() + " " + entry.value().words())
        .isEqualTo("extract.fullPage html:has(nav) :is(a[class=all])@href");
  }

  @Test
  void a_leading_dot_is_a_wildcard() {
    assertThat(imported(new Config(".blog.example.txt", "body: //article")).files().get(0))
        .satisfies(file -> assertThat(file.path()).isEqualTo("all.blog.example.yml"))
        .satisfies(file -> assertThat(file.yaml()).contains("hosts: '*.blog.example'"));
  }

  @Test
  void configs_that_say_the_same_extend_a_common_rule() {
    String same = "title: //h1\nbody: //article\nstrip: //nav\ntest_url: ";
    FtrImport.Result result =
        imported(
            new Config("a.example.txt", same + "https://a.example/1"),
            new Config("b.example.txt", same + "https://b.example/1"),
            new Config("c.example.txt", "body: //main"));
    assertThat(result.files())
        .extracting(RuleFile::path)
        .containsExactlyInAnyOrder(
            "families/a.example.yml", "a.example.yml", "b.example.yml", "c.example.yml");
    assertThat(result.report().families()).isOne();
    assertThat(result.report().members()).isEqualTo(2);
    RuleReading reading = read(result);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().rules())
        .hasSize(3)
        .filteredOn(rule -> rule.name().equals("b.example"))
        .singleElement()
        .satisfies(
            rule -> assertThat(rule.extract().body()).extracting("css").containsExactly("article"));
  }

  @Test
  void what_the_reader_does_not_take_becomes_a_comment() {
    FtrImport.Result result =
        imported(new Config("x.example.txt", "body: //article\nstrip: //refused\nstrip: //nav"));
    assertThat(read(result).problems()).isEmpty();
    assertThat(result.files().get(0).yaml()).contains("# remove.selectors refused: ");
    assertThat(result.report().notes())
        .filteredOn(note -> note.kind() == Kind.REFUSED)
        .singleElement()
        .extracting(ImportNote::line)
        .isEqualTo(2);
  }

  @Test
  void a_file_that_is_no_hosts_is_reported() {
    FtrReport report =
        imported(
                new Config("LICENSE.txt", "These files"),
                new Config("www.x.example.txt", "body: //p"),
                new Config("x.example.txt", "body: //p"))
            .report();
    assertThat(report.imported()).isOne();
    assertThat(report.notImported())
        .extracting(FtrReport.NotImported::name)
        .containsExactly("LICENSE.txt", "x.example.txt");
  }

  private static FtrImport.Result imported(Config... configs) {
    return new FtrImport(READER).of(List.of(configs));
  }

  private static RuleReading read(FtrImport.Result result) {
    return READER.read(
        result.files().stream()
            .map(
                file ->
                    new RuleSource(
                        file.path().replace(".yml", ""),
                        file.path(),
                        () -> file.yaml().getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  private static String withoutComments(String yaml) {
    return String.join(
        "\n", Arrays.stream(yaml.split("\n")).filter(line -> !line.startsWith("#")).toList());
  }
}
