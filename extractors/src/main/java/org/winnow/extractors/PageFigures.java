// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.winnow.corpus.Block;
import org.winnow.corpus.Url;

/**
 * What a page's kind is told from, as numbers, most of them from 0 to 1: its address, what it says
 * of itself, how its text is spread over blocks and links, which structure repeats. No word of any
 * language counts.
 */
final class PageFigures {
  /** A paragraph of prose weighs more than this. */
  static final int PROSE = 80;

  private static final int ADDRESS_FIGURES = 9;

  private static final Pattern DATE_IN_PATH = Pattern.compile("/(19|20)\\d\\d/[01]?\\d(/|$)");

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

  private static final int SIZE = names().size();

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
    PageFigures figures = new PageFigures(SIZE);
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
        Arrays.stream(url.path().split("/", -1)).filter(part -> !part.isEmpty()).toList();
    String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    int depth = parts.size();
    add(depth == 0);
    add(depth == 1);
    add(depth == 2);
    add(depth >= 3);
    add(last.chars().filter(c -> c == '-' || c == '_').count() >= 3);
    add(last.chars().filter(Character::isDigit).count() >= 5);
    add(DATE_IN_PATH.matcher(url.path()).find());
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
    double[] linked = new double[page.size()];
    double[] runs = new double[Math.max(1, page.elements().size())];
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
      linked[i] = weight * density;
      links += linked[i];
      longest = Math.max(longest, (int) weight);
      boolean isProse = weight >= PROSE && density < 0.5 && figures.sentences(i) > 0;
      if (isProse) {
        int owner = figures.owner(i);
        int around = owner <= 0 ? 0 : page.elements().parent(owner);
        runs[around] += weight;
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
      prices += figures.digits(i) == 0 ? 0 : Prices.in(block.text(), figures.signs(i) > 0);
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
    int images = structure(page, linked, all, h1, h2, questions);
    count(longest, 2_000);
    count(sentences, 200);
    double run = Arrays.stream(runs).max().orElse(0);
    count(run, 5_000);
    add(run / Math.max(prose, 1));
    count(images, 60);
  }

  private int structure(
      PageBlocks page, double[] linked, double all, int h1, int h2, int questions) {
    ElementTable elements = page.elements();
    int times = 0;
    int images = 0;
    for (int number = 1; number < elements.size(); number++) {
      images += elements.kind(number).isImage() ? 1 : 0;
      times += elements.kind(number).isTime() ? 1 : 0;
    }
    count(times, 30);
    count(0, 30); // fields of forms are no visible elements
    add(Math.min(h1, 3) / 3.0);
    count(h2, 20);
    count(questions, 15);
    SiblingRows rows = new SiblingRows(page, linked);
    SiblingRows.Row best = rows.richest();
    SiblingRows.Row menu = rows.mostLinked();
    count(best.count(), 40);
    add(best.own() / all);
    add(best.chars() == 0 ? 0 : best.links() / best.chars());
    count(best.count() == 0 ? 0 : best.chars() / best.count(), 1_000);
    add(best.count() == 0 ? 0 : (double) best.prose() / best.count());
    count(menu.entries(), 40);
    add(menu.chars() / all);
    add(times >= best.count() && SiblingRows.isRow(best));
    return images;
  }

  private void cues(Url url, PageMetadata metadata, PageBlocks page) {
    int[] counts = new int[KindCues.groups().size()];
    if (isKnown(url)) {
      KindCues.count("url", url.host(), counts);
      KindCues.count("url", url.path(), counts);
    }
    KindCues.count("generator", metadata.statements().generator(), counts);
    metadata.statements().types().forEach(type -> KindCues.word("ld", type, counts));
    ElementTable elements = page.elements();
    int[] words = elements.kindWords();
    for (int group = 0; group < counts.length; group++) {
      counts[group] += words[group];
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
}
