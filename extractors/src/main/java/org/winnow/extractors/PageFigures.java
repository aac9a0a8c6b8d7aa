// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Block;
import org.winnow.corpus.Url;

/**
 * What a page's kind is told from, as numbers, most of them from 0 to 1: its address, what it says
 * of itself, how its text is spread over blocks and links, which structure repeats. No word of any
 * language counts.
 */
final class PageFigures {
  /** A paragraph of prose weighs more than this. */
  private static final int PROSE = 80;

  private static final int ADDRESS_FIGURES = 9;

  /** Fewer are no row of siblings. */
  private static final int MIN_SIBLINGS = 3;

  private static final List<String> OWN =
      List.of(
          "bias",
          "url root",
          "url depth 1",
          "url depth 2",
          "url depth 3+",
          "url hyphens",
          "url digits",
          "url date",
          "url query",
          "url html",
          "og article",
          "og website",
          "og product",
          "og none",
          "byline",
          "published",
          "headline",
          "price meta",
          "text 1k",
          "text 3k",
          "text 10k",
          "text 30k",
          "link density",
          "link density high",
          "prose share",
          "prose blocks",
          "prose length",
          "short lines",
          "headings",
          "linked headings",
          "items",
          "code",
          "cells",
          "prices",
          "price density",
          "times",
          "fields",
          "h1",
          "h2",
          "questions",
          "row count",
          "row text",
          "row links",
          "row length",
          "row prose",
          "link row count",
          "link row text",
          "time row",
          "longest block",
          "sentences",
          "prose run",
          "prose run share",
          "images");

  private final double[] values;
  private int next;

  private PageFigures(int size) {
    values = new double[size];
  }

  /** The figures' names, in order. */
  static List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    names.addAll(KindCues.groups());
    for (String group : KindCues.groups()) {
      if (group.startsWith("class-")) {
        names.add(group + " many");
      }
    }
    return names;
  }

  /** The figures of that page. */
  static double[] of(Url url, PageMetadata metadata, PageBlocks page) {
    PageFigures figures = new PageFigures(names().size());
    figures.add(1);
    figures.address(url);
    figures.statements(metadata);
    figures.text(page);
    figures.cues(url, metadata, page);
    return figures.values;
  }

  private void add(double value) {
    values[next++] = value;
  }

  private void add(boolean value) {
    add(value ? 1 : 0);
  }

  /** Counts grow without bounds; their logarithm does so slowly. */
  private void count(double count, double much) {
    add(Math.min(Math.log1p(count) / Math.log1p(much), 1.5));
  }

  /** Quirk: a page that comes from a file without an address has a host that cannot be. */
  private static boolean isKnown(Url url) {
    return !url.host().endsWith(".invalid");
  }

  private void address(Url url) {
    if (!isKnown(url)) {
      next += ADDRESS_FIGURES;
      return;
    }
    List<String> parts =
        java.util.Arrays.stream(url.path().split("/", -1)).filter(p -> !p.isEmpty()).toList();
    String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    int depth = parts.size();
    add(depth == 0);
    add(depth == 1);
    add(depth == 2);
    add(depth >= 3);
    add(last.chars().filter(c -> c == '-' || c == '_').count() >= 3);
    add(last.chars().filter(Character::isDigit).count() >= 5);
    add(url.path().matches(".*/(19|20)\\d\\d/[01]?\\d(/.*|$)"));
    add(url.query().isPresent());
    add(last.toLowerCase(Locale.ROOT).endsWith("html") || last.endsWith(".htm"));
  }

  private void statements(PageMetadata metadata) {
    String type = metadata.statements().openGraphType();
    add(type.startsWith("article"));
    add(type.equals("website"));
    add(type.startsWith("product") || type.startsWith("og:product"));
    add(type.isEmpty());
    add(metadata.byline() != null);
    add(metadata.published() != null);
    add(metadata.headline() != null);
    add(metadata.statements().hasPrice());
  }

  private void text(PageBlocks page) {
    BlockFigures figures = page.figures();
    Map<Integer, Double> runs = new HashMap<>();
    double all = 1;
    double links = 0;
    double prose = 0;
    double items = 0;
    double code = 0;
    double cells = 0;
    double shortLines = 0;
    int proseBlocks = 0;
    int headings = 0;
    int linkedHeadings = 0;
    int prices = 0;
    int questions = 0;
    int longest = 0;
    int sentences = 0;
    int h1 = 0;
    int h2 = 0;
    for (Block block : page.blocks()) {
      int i = block.index();
      double weight = figures.weight(i);
      double density = block.linkDensity();
      all += weight;
      links += weight * density;
      longest = Math.max(longest, (int) weight);
      boolean isProse = weight >= PROSE && density < 0.5 && figures.sentences(i) > 0;
      if (isProse) {
        int owner = figures.owner(i);
        int around = owner <= 0 ? 0 : page.elements().parent(owner);
        runs.merge(around, weight, Double::sum);
        prose += weight;
        proseBlocks++;
        sentences += figures.sentences(i);
      }
      shortLines += weight < PROSE / 2.0 ? 1 : 0;
      if (block.isHeading()) {
        headings++;
        linkedHeadings += density > 0.6 ? 1 : 0;
        h1 += block.tag().equals("h1") ? 1 : 0;
        h2 += block.tag().equals("h2") ? 1 : 0;
      }
      items += block.tag().equals("li") ? weight : 0;
      code += block.tag().equals("pre") || block.tag().equals("code") ? weight : 0;
      cells += block.tag().equals("td") || block.tag().equals("th") ? weight : 0;
      prices += Prices.in(block.text());
      questions += block.text().endsWith("?") || block.text().endsWith("؟") ? 1 : 0;
    }
    int size = Math.max(page.size(), 1);
    double own = all - links;
    add(own > 1_000);
    add(own > 3_000);
    add(own > 10_000);
    add(own > 30_000);
    add(links / all);
    add(links / all > 0.5);
    add(prose / all);
    count(proseBlocks, 60);
    count(proseBlocks == 0 ? 0 : prose / proseBlocks, 600);
    add(shortLines / size);
    count(headings, 40);
    add(headings == 0 ? 0 : (double) linkedHeadings / headings);
    add(items / all);
    add(Math.min(code / all * 3, 1));
    add(cells / all);
    count(prices, 30);
    add(Math.min((double) prices / size * 5, 1));
    int images = structure(page, all, h1, h2, questions);
    count(longest, 2_000);
    count(sentences, 200);
    double run = runs.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    count(run, 5_000);
    add(run / Math.max(prose, 1));
    count(images, 60);
  }

  private int structure(PageBlocks page, double all, int h1, int h2, int questions) {
    ElementTable elements = page.elements();
    int times = 0;
    int fields = 0;
    int images = 0;
    Map<String, Row> rows = new HashMap<>();
    for (int number = 1; number < elements.size(); number++) {
      Element element = elements.element(number);
      String tag = element.normalName();
      images += tag.equals("img") || tag.equals("picture") ? 1 : 0;
      times += tag.equals("time") ? 1 : 0;
      fields += tag.equals("input") || tag.equals("select") || tag.equals("textarea") ? 1 : 0;
      if (elements.end(number) > elements.first(number)) {
        rows.computeIfAbsent(
                elements.parent(number) + tag + shape(element.className()), key -> new Row())
            .add(page, elements.first(number), elements.end(number));
      }
    }
    count(times, 30);
    count(fields, 30);
    add(Math.min(h1, 3) / 3.0);
    count(h2, 20);
    count(questions, 15);
    Row best = new Row();
    Row linked = new Row();
    for (Row row : rows.values()) {
      if (row.count >= MIN_SIBLINGS) {
        best = row.own() > best.own() ? row : best;
        linked = row.entries > linked.entries ? row : linked;
      }
    }
    count(best.count, 40);
    add(best.own() / all);
    add(best.chars == 0 ? 0 : best.links / best.chars);
    count(best.count == 0 ? 0 : best.chars / best.count, 1_000);
    add(best.count == 0 ? 0 : (double) best.prose / best.count);
    count(linked.entries, 40);
    add(linked.chars / all);
    add(times >= best.count && best.count >= MIN_SIBLINGS);
    return images;
  }

  /** A class name without the numbers that make it the element's own. */
  private static String shape(String className) {
    StringBuilder shape = new StringBuilder(Math.min(className.length(), 60));
    for (int i = 0; i < className.length() && shape.length() < 60; i++) {
      char c = className.charAt(i);
      if (c < '0' || c > '9') {
        shape.append(c);
      }
    }
    return shape.toString();
  }

  private void cues(Url url, PageMetadata metadata, PageBlocks page) {
    int[] counts = new int[KindCues.groups().size()];
    if (isKnown(url)) {
      KindCues.count("url", url.host().toLowerCase(Locale.ROOT), counts);
      KindCues.count("url", url.path().toLowerCase(Locale.ROOT), counts);
    }
    KindCues.count("generator", metadata.statements().generator().toLowerCase(Locale.ROOT), counts);
    metadata.statements().types().forEach(type -> KindCues.word("ld", type, counts));
    ElementTable elements = page.elements();
    Map<String, int[]> known = new HashMap<>();
    for (int number = 0; number < elements.size(); number++) {
      String names = elements.element(number).className();
      if (!names.isEmpty()) {
        int[] own = known.computeIfAbsent(names, PageFigures::cuesOf);
        for (int group = 0; group < counts.length; group++) {
          counts[group] += own[group];
        }
      }
    }
    double size = Math.max(elements.size(), 1);
    for (int group = 0; group < counts.length; group++) {
      boolean isOfClasses = KindCues.groups().get(group).startsWith("class-");
      add(isOfClasses ? Math.min(counts[group] / size * 3, 1) : Math.min(counts[group], 1));
    }
    for (int group = 0; group < counts.length; group++) {
      if (KindCues.groups().get(group).startsWith("class-")) {
        count(counts[group], 200);
      }
    }
  }

  private static int[] cuesOf(String names) {
    int[] counts = new int[KindCues.groups().size()];
    KindCues.count("class", names.toLowerCase(Locale.ROOT), counts);
    return counts;
  }

  /** Siblings of one tag and one class. */
  private static final class Row {
    private int count;
    private int entries;
    private int prose;
    private double chars;
    private double links;

    void add(PageBlocks page, int first, int end) {
      count++;
      double own = 0;
      double linked = 0;
      int sentences = 0;
      for (int i = first; i < end; i++) {
        double weight = page.figures().weight(i);
        own += weight;
        linked += weight * page.block(i).linkDensity();
        sentences += page.figures().sentences(i);
      }
      chars += own;
      links += linked;
      entries += linked > 20 ? 1 : 0;
      prose += own - linked >= PROSE && sentences > 0 ? 1 : 0;
    }

    double own() {
      return chars - links;
    }
  }
}
