// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.winnow.corpus.PageKind;
import org.winnow.siterules.Key.Shape;

/**
 * The keys that one mapping of a rule may have. Everything that names the language's keys reads
 * them from here.
 *
 * @param place where the mapping stands, {@code remove.lines[]}; empty for the rule itself
 * @param keys the keys, in the order of the reference
 */
record Keys(String place, List<Key> keys) {

  static final Keys WHEN =
      new Keys(
          "match.when[]",
          List.of(
              Key.of(
                  "css",
                  Shape.TEXT,
                  "A CSS selector that must find an element.",
                  "match: { when: { css: body.wp-post } }"),
              Key.of(
                  "meta",
                  Shape.TEXT,
                  "The name, property or itemprop of a meta element that must be there.",
                  "match: { when: { meta: generator } }"),
              Key.of(
                  "contains",
                  Shape.TEXT,
                  "What the element's text, or the meta element's content, must contain.",
                  "match: { when: { meta: generator, contains: WordPress } }")));

  static final Keys MATCH =
      new Keys(
          "match",
          List.of(
              Key.of(
                  "hosts",
                  Shape.TEXTS,
                  "Hosts, exact or *.example.org; the site's, with and without www, by default.",
                  "match: { hosts: [ www.example.org, '*.news.example.org' ] }"),
              Key.mappingsOrTexts(
                  "when",
                  WHEN,
                  "What a page of any other host must have, all of it, for the rule to match;"
                      + " a text is a CSS selector.",
                  "match: { when: [ 'meta[name=generator]', { css: article.post } ] }"),
              Key.of(
                  "priority",
                  Shape.NUMBER,
                  "Which rule wins where two match equally well: the higher one; 0 by default.",
                  "match: { priority: 10 }")));

  static final Keys VALUE =
      new Keys(
          "extract.title",
          List.of(
              Key.of(
                  "css",
                  Shape.TEXT,
                  "A CSS selector; the first element with a text counts.",
                  "extract: { title: { css: h1.title } }"),
              Key.of(
                  "xpath",
                  Shape.TEXT,
                  "An XPath 1.0 expression: elements, attributes, texts, or a string.",
                  "extract: { title: { xpath: 'string(//h1)' } }"),
              Key.of(
                  "meta",
                  Shape.TEXT,
                  "The name, property or itemprop of a meta element.",
                  "extract: { title: { meta: 'og:title' } }"),
              Key.of(
                  "jsonld",
                  Shape.TEXT,
                  "A field of the page's JSON-LD, by dotted path.",
                  "extract: { author: { jsonld: author.name } }"),
              Key.of(
                  "url",
                  Shape.TEXT,
                  "A regular expression (RE2) that is looked for in the address; its group counts.",
                  "extract: { date: { url: '/(\\d{4}/\\d\\d/\\d\\d)/' } }"),
              Key.of(
                  "const",
                  Shape.TEXT,
                  "The value itself, the same on every page.",
                  "extract: { author: { const: Editorial staff } }"),
              Key.of(
                  "match",
                  Shape.TEXT,
                  "A regular expression (RE2) that is looked for in the page's text, block by block;"
                      + " its group counts.",
                  "extract: { date: { match: '^Published on (.+)$' } }"),
              Key.of(
                  "attr",
                  Shape.TEXT,
                  "The attribute to read instead of the text; with css.",
                  "extract: { date: { css: time, attr: datetime } }"),
              Key.of(
                  "nth",
                  Shape.NUMBER,
                  "Which of the elements: 1 is the first, -1 the last; with css or xpath.",
                  "extract: { author: { css: .meta span, nth: 2 } }"),
              Key.of(
                  "closest",
                  Shape.TEXT,
                  "A CSS selector: its nearest match around the element takes the element's place;"
                      + " with css.",
                  "extract: { author: { css: 'a[rel=author]', closest: .byline } }"),
              Key.of(
                  "all",
                  Shape.BOOLEAN,
                  "Whether all elements count, joined by commas; with css, xpath or jsonld.",
                  "extract: { author: { css: .author, all: true } }"),
              Key.of(
                  "after",
                  Shape.TEXT,
                  "Only what stands behind this text; a value without it is none.",
                  "extract: { author: { css: .byline, after: 'Written by' } }"),
              Key.of(
                  "before",
                  Shape.TEXT,
                  "Only what stands before this text; a value without it is none.",
                  "extract: { author: { css: .byline, before: '|' } }"),
              Key.of(
                  "format",
                  Shape.TEXT,
                  "How the date is written, as a pattern of Java's DateTimeFormatter.",
                  "extract: { date: { css: .date, format: 'dd.MM.uuuu HH:mm' } }"),
              Key.of(
                  "locale",
                  Shape.TEXT,
                  "The BCP 47 tag of the date's language and region.",
                  "extract: { date: { css: .date, locale: en-US } }"),
              Key.of(
                  "timezone",
                  Shape.TEXT,
                  "The zone of a time without an offset.",
                  "extract: { date: { css: .date, timezone: Asia/Beirut } }")));

  static final Keys SELECTOR =
      new Keys(
          "extract.body[]",
          List.of(
              Key.of(
                  "css",
                  Shape.TEXT,
                  "A CSS selector, the same as the text alone.",
                  "extract: { body: { css: article } }"),
              Key.of(
                  "xpath",
                  Shape.TEXT,
                  "An XPath 1.0 expression that selects elements.",
                  "extract: { body: { xpath: '//div[@id=\"text\"]' } }")));

  static final Keys CLEAN =
      new Keys(
          "extract.clean",
          List.of(
              clean("title", "' \\| Example Times$'"),
              clean("subtitle", "'^Exclusive: '"),
              clean("author", "[ '^By ', ', Correspondent$' ]"),
              clean("date", "'^Published '")));

  static final Keys REPLACEMENT =
      new Keys(
          "extract.htmlReplace[]",
          List.of(
              Key.of(
                  "find",
                  Shape.TEXT,
                  "The text to replace, as it stands in the page's source.",
                  "extract: { htmlReplace: { find: '<br/><br/>', with: '<p>' } }"),
              Key.of(
                  "regex",
                  Shape.TEXT,
                  "The regular expression (RE2) to replace.",
                  "extract: { htmlReplace: { regex: '<!--more-->', with: '' } }"),
              Key.of(
                  "with",
                  Shape.ANY_TEXT,
                  "What takes its place; $1 is the first group of a regular expression.",
                  "extract: { htmlReplace: { regex: '<font[^>]*>(.*?)</font>', with: '$1' } }")));

  static final Keys EXTRACT =
      new Keys(
          "extract",
          List.of(
              values("title", "The headline.", "[ 'meta[property=og:title]@content', h1 ]"),
              values("subtitle", "The kicker or sub-headline.", "h2.kicker"),
              values("author", "The byline.", "{ jsonld: author.name }"),
              values("date", "The date of publication.", "[ 'time@datetime', { meta: date } ]"),
              Key.of(
                  "body",
                  Shape.SELECTORS,
                  "The elements that hold the body.",
                  "extract: { body: [ .article-text, { xpath: '//div[@id=\"text\"]' } ] }"),
              values("nextPage", "The address of the article's next page.", "'a[rel=next]'"),
              values(
                  "fullPage",
                  "The address of a page that has the whole article at once.",
                  "a.single-page"),
              Key.mapping(
                  "clean",
                  CLEAN,
                  "What to take out of the values.",
                  "extract: { clean: { author: '^By ' } }"),
              Key.mappings(
                      "htmlReplace",
                      REPLACEMENT,
                      "What to replace in the page's source before it is parsed.",
                      "extract: { htmlReplace: [ { find: '<br><br>', with: '<p>' } ] }")
                  .adding(),
              Key.choice(
                  "jsonld",
                  List.of("use", "ignore"),
                  "Whether the page's JSON-LD is believed where the rule does not ask for it.",
                  "extract: { jsonld: ignore }")));

  static final Keys UNTIL =
      new Keys(
          "remove.blocks[].until",
          List.of(
              Key.of(
                  "selector",
                  Shape.TEXT,
                  "The region ends before the first element that this CSS selector finds.",
                  "remove: { blocks: { heading: Related, until: { selector: h2.next } } }")));

  static final Keys BLOCK =
      new Keys(
          "remove.blocks[]",
          List.of(
              Key.of(
                  "heading",
                  Shape.TEXTS,
                  "The text of the block that starts the region.",
                  "remove: { blocks: { heading: [ Related, Read also ] } }"),
              new Key(
                  "until",
                  Shape.CHOICE,
                  Key.Nature.CHOOSES,
                  List.of("end", "blank", "heading"),
                  UNTIL,
                  "Where the region ends; at the next heading by default.",
                  "remove: { blocks: { heading: Related, until: end } }")));

  static final Keys LINE =
      new Keys(
          "remove.lines[]",
          List.of(
              Key.of(
                  "equals",
                  Shape.TEXT,
                  "The text of the line; spelling variants are folded.",
                  "remove: { lines: { equals: Read more } }"),
              Key.of(
                  "regex",
                  Shape.TEXT,
                  "A regular expression (RE2) for the whole line.",
                  "remove: { lines: { regex: '^GMT \\d\\d:\\d\\d .*$' } }"),
              Key.choice(
                  "zone",
                  List.of("head", "tail", "anywhere"),
                  "Where to look: before or after the prose, or anywhere.",
                  "remove: { lines: { equals: News, zone: head } }")));

  static final Keys REMOVE =
      new Keys(
          "remove",
          List.of(
              new Key(
                  "presets",
                  Shape.CHOICES,
                  Key.Nature.ADDS,
                  presetKeys(),
                  null,
                  "Kinds of boilerplate to remove.",
                  "remove: { presets: [ share, comments ] }"),
              Key.of(
                      "selectors",
                      Shape.SELECTORS,
                      "Elements to remove.",
                      "remove: { selectors: [ aside.box, 'div[data-ad]' ] }")
                  .adding(),
              Key.of(
                      "names",
                      Shape.TEXTS,
                      "Ids and class names to remove, as whole tokens.",
                      "remove: { names: [ promo, share-bar ] }")
                  .adding(),
              Key.mappings(
                      "blocks",
                      BLOCK,
                      "Regions to remove, by heading.",
                      "remove: { blocks: { heading: Related } }")
                  .adding(),
              Key.of(
                      "startAfter",
                      Shape.TEXTS,
                      "The body begins after the last block with this text.",
                      "remove: { startAfter: Listen to this article }")
                  .adding(),
              Key.of(
                      "cutAt",
                      Shape.TEXTS,
                      "The body ends before the block with this text.",
                      "remove: { cutAt: Leave a comment }")
                  .adding(),
              Key.mappings(
                      "lines", LINE, "Lines to remove.", "remove: { lines: { equals: Read more } }")
                  .adding()));

  static final Keys SECTION =
      new Keys(
          "sections[]",
          List.of(
              Key.of(
                  "urls",
                  Shape.TEXTS,
                  "How the paths of the section's addresses begin; the longest wins.",
                  "sections: { urls: [ /opinion/, /blogs/ ], extract: { body: .column } }"),
              Key.mapping(
                  "extract",
                  EXTRACT,
                  "What is extracted otherwise in the section.",
                  "sections: { urls: /video/, extract: { body: .caption } }"),
              Key.mapping(
                  "remove",
                  REMOVE,
                  "What is removed in the section besides.",
                  "sections: { urls: /video/, remove: { names: player } }"),
              Key.of(
                  "reset",
                  Shape.TEXTS,
                  "What of the rule does not hold in the section, by path.",
                  "sections: { urls: /video/, reset: [ remove.lines ] }"),
              Key.of(
                  "skip",
                  Shape.BOOLEAN,
                  "Whether the section has no articles at all.",
                  "sections: { urls: /live/, skip: true }")));

  static final Keys HISTORY =
      new Keys(
          "history[]",
          List.of(
              Key.of(
                  "until",
                  Shape.TEXT,
                  "The last day, in UTC, on which pages were fetched that look like this.",
                  "history: { until: 2021-06-30, extract: { body: '#old' } }"),
              Key.mapping(
                  "extract",
                  EXTRACT,
                  "What was extracted otherwise.",
                  "history: { until: 2021-06-30, extract: { body: '#old' } }"),
              Key.mapping(
                  "remove",
                  REMOVE,
                  "What was removed besides.",
                  "history: { until: 2021-06-30, remove: { names: old-promo } }"),
              Key.of(
                  "reset",
                  Shape.TEXTS,
                  "What of the rule did not hold then, by path.",
                  "history: { until: 2021-06-30, reset: [ remove.lines ] }")));

  static final Keys TEXT =
      new Keys(
          "text",
          List.of(
              text(
                  "tatweel",
                  List.of("keep", "runs", "drop"),
                  "Tatweel, U+0640; runs are ornament."),
              text("diacritics", List.of("keep", "drop"), "Arabic vowel marks."),
              text("digits", List.of("keep", "latin"), "Arabic-Indic and Persian digits."),
              text("quotes", List.of("keep", "straight"), "Quotation marks.")));

  static final Keys LANGUAGES =
      new Keys(
          "languages",
          List.of(
              Key.of(
                  "expect",
                  Shape.TEXTS,
                  "The languages of the site, as BCP 47 tags; an article in another one is held"
                      + " back.",
                  "languages: { expect: [ ar, en ] }"),
              Key.choice(
                  "split",
                  List.of("script"),
                  "What parts the text of a bilingual page: the blocks of one script stand together.",
                  "languages: { expect: [ ar, en ], split: script }"),
              Key.choice(
                  "files",
                  List.of("one", "separate"),
                  "Whether export and extract write a bilingual article as one text or as one for each"
                      + " language; with split.",
                  "languages: { expect: [ ar, en ], split: script, files: separate }"),
              Key.of(
                  "alternates",
                  Shape.BOOLEAN,
                  "Whether the versions in other languages that a page names are crawled too.",
                  "languages: { alternates: true }")));

  static final Keys QUALITY =
      new Keys(
          "quality",
          List.of(
              Key.of(
                  "minWords",
                  Shape.NUMBER,
                  "How many words the body must have.",
                  "quality: { minWords: 60 }"),
              new Key(
                  "require",
                  Shape.CHOICES,
                  Key.Nature.CHOOSES,
                  List.of("title", "subtitle", "author", "date", "body"),
                  null,
                  "What an article must have.",
                  "quality: { require: [ title, date ] }"),
              Key.of(
                      "forbid",
                      Shape.TEXTS,
                      "Regular expressions (RE2) that no line of the text may contain.",
                      "quality: { forbid: [ 'Security Code', '^GMT ' ] }")
                  .adding(),
              new Key(
                  "kind",
                  Shape.CHOICES,
                  Key.Nature.CHOOSES,
                  Stream.of(PageKind.values()).map(PageKind::label).toList(),
                  null,
                  "Of which kind the page must be, judged by what is on it.",
                  "quality: { kind: [ article, liveblog ] }"),
              Key.choice(
                  "pageType",
                  List.of("article", "any"),
                  "Whether the page must say of itself that it is an article.",
                  "quality: { pageType: article }")));

  static final Keys OUTPUT =
      new Keys(
          "output",
          List.of(
              Key.of(
                  "file",
                  Shape.TEXT,
                  "The name of the text file: {site}, {date:yyyy}, {slug}, {lang} and,"
                      + " needed, {id}.",
                  "output: { file: '{site}/{date:yyyy}/{date:MM}/{id}.txt' }")));

  static final Keys WORDS =
      new Keys(
          "tests[].words",
          List.of(
              Key.of(
                  "min",
                  Shape.NUMBER,
                  "How many words the text must have at least.",
                  "tests: { page: samples/a.html, words: { min: 120 } }"),
              Key.of(
                  "max",
                  Shape.NUMBER,
                  "How many it may have.",
                  "tests: { page: samples/a.html, words: { min: 120, max: 400 } }")));

  static final Keys TEST =
      new Keys(
          "tests[]",
          List.of(
              Key.of(
                  "page",
                  Shape.TEXT,
                  "The page's file, relative to the rule's folder.",
                  "tests: { page: samples/a.html }"),
              Key.of(
                  "url",
                  Shape.TEXT,
                  "The page's address.",
                  "tests: { page: samples/a.html, url: 'https://www.example.org/a' }"),
              Key.of(
                  "gold",
                  Shape.TEXT,
                  "The file that the text must equal.",
                  "tests: { page: samples/a.html, gold: samples/a.txt }"),
              Key.of(
                  "contains",
                  Shape.TEXTS,
                  "What the text must contain.",
                  "tests: { page: samples/a.html, contains: the council }"),
              Key.of(
                  "absent",
                  Shape.TEXTS,
                  "What it must not contain.",
                  "tests: { page: samples/a.html, absent: [ Share this, Related ] }"),
              Key.mapping(
                  "words",
                  WORDS,
                  "How many words the text must have.",
                  "tests: { page: samples/a.html, words: { min: 120 } }")));

  static final Keys ARTICLES = CrawlKeys.articles();
  static final Keys PAGINATION = CrawlKeys.pagination();
  static final Keys DISCOVER = CrawlKeys.discover(ARTICLES, PAGINATION);
  static final Keys FETCH = CrawlKeys.fetch();
  static final Keys SCHEDULE = CrawlKeys.schedule();

  static final Keys RULE =
      new Keys(
          "",
          List.of(
              Key.of("version", Shape.NUMBER, "The version of the language: 1.", "").own(),
              Key.of("site", Shape.TEXT, "The site's address.", "").own(),
              Key.mapping(
                      "match",
                      MATCH,
                      "Which pages the rule is for.",
                      "match: { hosts: '*.example.org' }")
                  .own(),
              Key.of(
                      "abstract",
                      Shape.BOOLEAN,
                      "Whether the rule is only for others to extend.",
                      "abstract: true")
                  .own(),
              Key.of(
                      "extends",
                      Shape.TEXT,
                      "The rule that this one continues, by name.",
                      "extends: families/example")
                  .own(),
              Key.of(
                      "reset",
                      Shape.TEXTS,
                      "What is inherited and does not hold here, by path.",
                      "extends: families/example\nreset: [ remove.lines, quality ]")
                  .own(),
              Key.choice(
                      "status",
                      List.of("verified", "unverified"),
                      "Whether it was tried on real pages of the site.",
                      "status: unverified")
                  .own(),
              Key.of(
                      "revision",
                      Shape.TEXT,
                      "The rule's own version, for whoever keeps it.",
                      "revision: 2024-02-01")
                  .own(),
              Key.mapping(
                  "discover",
                  DISCOVER,
                  "Where the crawl finds articles.",
                  "discover: { feeds: /rss.xml }"),
              Key.mapping("fetch", FETCH, "How pages are fetched.", "fetch: { delay: 3s }"),
              Key.mapping(
                  "schedule", SCHEDULE, "When the site is crawled.", "schedule: { every: 6h }"),
              Key.mapping(
                  "extract",
                  EXTRACT,
                  "Where the parts of an article are.",
                  "extract: { body: article }"),
              Key.mapping(
                  "remove",
                  REMOVE,
                  "What does not belong to an article.",
                  "remove: { names: promo }"),
              Key.of("keep", Shape.SELECTORS, "Elements that no removal may take.", "keep: .quote")
                  .adding(),
              Key.mappings(
                  "sections",
                  SECTION,
                  "Parts of the site whose pages differ, by address.",
                  "sections: { urls: /opinion/, extract: { body: .column } }"),
              Key.mappings(
                  "history",
                  HISTORY,
                  "How pages looked that were fetched earlier.",
                  "history: { until: 2021-06-30, extract: { body: '#old' } }"),
              Key.choice(
                  "fallback",
                  List.of("auto", "none"),
                  "What happens where extract.body finds nothing: the body is found without the"
                      + " rule, or there is no article, as by default.",
                  "fallback: auto"),
              Key.mapping("text", TEXT, "How the text is normalised.", "text: { tatweel: runs }"),
              Key.mapping(
                  "languages",
                  LANGUAGES,
                  "The languages of the site.",
                  "languages: { expect: ar }"),
              Key.mapping(
                  "quality",
                  QUALITY,
                  "What an article must be like; one that is not goes to quarantine.",
                  "quality: { minWords: 60 }"),
              Key.mapping(
                  "output",
                  OUTPUT,
                  "Where the texts are written.",
                  "output: { file: '{site}/{id}.txt' }"),
              Key.mappings(
                      "tests",
                      TEST,
                      "Stored pages and what their text must be.",
                      "tests: { page: samples/a.html, gold: samples/a.txt }")
                  .own()));

  /** Every mapping of the language. */
  static final List<Keys> ALL =
      List.of(
          RULE,
          MATCH,
          WHEN,
          DISCOVER,
          ARTICLES,
          PAGINATION,
          FETCH,
          SCHEDULE,
          EXTRACT,
          VALUE,
          SELECTOR,
          CLEAN,
          REPLACEMENT,
          REMOVE,
          BLOCK,
          UNTIL,
          LINE,
          SECTION,
          HISTORY,
          TEXT,
          LANGUAGES,
          QUALITY,
          OUTPUT,
          TEST,
          WORDS);

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  Key key(String name) {
    for (Key key : keys) {
      if (key.name().equals(name)) {
        return key;
      }
    }
    throw new IllegalArgumentException(place + " has no key " + name);
  }

  /** Whether it is one of these keys. */
  boolean has(String name) {
    for (Key key : keys) {
      if (key.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The paths of what a rule inherits: {@code remove}, {@code remove.lines}. */
  List<String> inheritedPaths() {
    List<String> paths = new ArrayList<>();
    for (Key key : keys) {
      if (key.nature() != Key.Nature.OWN) {
        paths.add(key.name());
        Keys below = key.below();
        if (key.shape() == Shape.MAPPING && below != null) {
          below.inheritedPaths().forEach(path -> paths.add(key.name() + "." + path));
        }
      }
    }
    return paths;
  }

  /** What to say about a key that does not belong here. */
  String unknown(String name) {
    String said = "unknown key '" + name + "'";
    String suggestion = Suggestion.of(name, names());
    if (!suggestion.isEmpty()) {
      return said + suggestion;
    }
    for (Keys other : ALL) {
      if (other.names().contains(name)) {
        return said
            + " (it belongs "
            + (other.place.isEmpty() ? "at the top" : "under " + other.place)
            + ")";
      }
    }
    return said + "; known here: " + String.join(", ", names());
  }

  private static Key values(String name, String about, String example) {
    return Key.of(name, Shape.VALUES, about, "extract: { " + name + ": " + example + " }");
  }

  private static Key clean(String name, String example) {
    return Key.of(
            name,
            Shape.TEXTS,
            "Regular expressions (RE2); what they match is taken out of the " + name + ".",
            "extract: { clean: { " + name + ": " + example + " } }")
        .adding();
  }

  private static Key text(String name, List<String> choices, String about) {
    return Key.choice(
        name, choices, about, "text: { " + name + ": " + choices.get(choices.size() - 1) + " }");
  }

  private static List<String> presetKeys() {
    List<String> keys = new ArrayList<>(List.of("all", "none"));
    Stream.of(Preset.values()).map(Preset::key).forEach(keys::add);
    return List.copyOf(keys);
  }
}
