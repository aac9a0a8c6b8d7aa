// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Block;
import org.winnow.siterules.MatchKey;

/**
 * How a rule can name what somebody points at on a page: the block's element, or one of those
 * around it. The selector that means something comes before the one that is unique; names that a
 * tool made are no choice. Not for use by several threads, as the pages are not.
 */
public final class SelectorCandidates {
  /** Beyond these nobody reads on, and each costs a search of every page. */
  private static final int MOST_TRIED = 12;

  private static final int MOST_SHOWN = 6;
  private static final int ENOUGH = 3;
  private static final int MOST_LEVELS = 12;
  private static final int LONGEST_STEP = 80;

  /** A class of the whole page's paragraphs is a worse name for one of them than its own. */
  private static final double PER_OTHER_MATCH = 0.15;

  /** Of nth-child paths 3 % outlived a redesign, of classes 38 %. */
  private static final double POSITION_PRIOR = 0.1;

  private static final double BARE_TAG = 0.8;
  private static final Pattern BARE = Pattern.compile("div|span|section|ul|ol|li|p|table|tr|td");

  private final StudiedPage page;
  private final List<StudiedPage> pages;
  private final int block;
  private final List<Integer> levels = new ArrayList<>();

  /**
   * A selector for what is pointed at.
   *
   * @param css the selector
   * @param kind what it holds on to, in English: {@code class}
   * @param here how many elements it finds on the page
   * @param pages on how many pages it finds any
   * @param of how many pages were looked at
   * @param approved how many paragraphs of approved texts stand in what it finds
   * @param score what the order is by, 0 to 1: kind, pages, and how much else it finds
   */
  public record Candidate(
      String css, String kind, int here, int pages, int of, int approved, double score) {}

  /**
   * One of the elements around a block.
   *
   * @param number from 0, the innermost
   * @param element what it is called: {@code div#main.post}
   * @param first the first block in it
   * @param end the block behind the last one in it
   * @param candidates selectors for it, the best first; three at the least
   */
  public record Level(int number, String element, int first, int end, List<Candidate> candidates) {
    public Level {
      candidates = List.copyOf(candidates);
    }
  }

  private SelectorCandidates(StudiedPage page, int block, List<StudiedPage> pages) {
    this.page = page;
    this.block = block;
    this.pages = List.copyOf(pages);
    int at = -1;
    for (int e = 0; e < page.view().elements(); e++) {
      if (page.view().first(e) <= block && page.view().end(e) > block) {
        at = e;
      }
    }
    while (at >= 0 && levels.size() < MOST_LEVELS && !isRoot(page.view().element(at))) {
      levels.add(at);
      at = page.view().parent(at);
    }
  }

  private static boolean isRoot(Element element) {
    return element.normalName().equals("body") || element.normalName().equals("html");
  }

  /**
   * For a block of that page; empty if the page has no such block or it stands in no element.
   *
   * @param block its number among the blocks of the page's extraction
   * @param pages the site's pages to try on
   */
  public static Optional<SelectorCandidates> of(
      StudiedPage page, int block, List<StudiedPage> pages) {
    int plain = page.plainIndex(block);
    return plain < 0
        ? Optional.empty()
        : Optional.of(new SelectorCandidates(page, plain, pages))
            .filter(found -> !found.levels.isEmpty());
  }

  /** How many elements there are around the block, itself included. */
  public int levels() {
    return levels.size();
  }

  /** The innermost element that has a name of its own to go by, or 0. */
  public int namedLevel() {
    for (int i = 0; i < levels.size(); i++) {
      if (!Selectors.own(element(i)).isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  /** The words of the block. */
  public String text() {
    return page.view().plainBlocks().get(block).text();
  }

  /** On how many of the pages a block says the same: whether it is a line of the site. */
  public int pagesWithSameText() {
    String key = MatchKey.of(text());
    int count = 0;
    for (StudiedPage each : pages) {
      for (Block other : each.view().plainBlocks()) {
        if (MatchKey.of(other.text()).equals(key)) {
          count++;
          break;
        }
      }
    }
    return count;
  }

  /** The element of that number, {@code 0} to {@link #levels} - 1, with its candidates. */
  public Level level(int number) {
    int e = levels.get(number);
    Element element = page.view().element(e);
    Set<Selector> found = new LinkedHashSet<>(Selectors.own(element));
    found.addAll(Selectors.scoped(element));
    List<Candidate> candidates = judged(found, element);
    if (candidates.size() < ENOUGH) {
      candidates.addAll(judged(byPosition(element, number), element));
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate each) -> -each.score())
            .thenComparingInt(each -> each.css().length())
            .thenComparing(Candidate::css));
    return new Level(
        number,
        name(element),
        page.view().first(e),
        page.view().end(e),
        candidates.subList(0, Math.min(MOST_SHOWN, candidates.size())));
  }

  private Element element(int level) {
    return page.view().element(levels.get(level));
  }

  private static String name(Element element) {
    StringBuilder name = new StringBuilder(element.normalName());
    if (!element.id().isEmpty()) {
      name.append('#').append(element.id());
    }
    element.classNames().forEach(each -> name.append('.').append(each));
    return name.length() > LONGEST_STEP ? name.substring(0, LONGEST_STEP) + "…" : name.toString();
  }

  /** By its place below an element with a name: what is left where nothing has one. */
  private Set<Selector> byPosition(Element element, int level) {
    Set<Selector> found = new LinkedHashSet<>();
    String exact = step(element, true);
    String loose = step(element, false);
    for (int i = level + 1; i < levels.size(); i++) {
      Element around = element(i);
      for (Selector own : Selectors.own(around)) {
        found.add(new Selector(own.css() + " > " + loose, SelectorKind.POSITION));
        found.add(new Selector(own.css() + " > " + exact, SelectorKind.POSITION));
      }
      exact = step(around, true) + " > " + exact;
      loose = step(around, false) + " > " + loose;
    }
    found.add(new Selector("body > " + loose, SelectorKind.POSITION));
    found.add(new Selector("body > " + exact, SelectorKind.POSITION));
    found.add(new Selector(element.normalName(), SelectorKind.POSITION));
    return found;
  }

  private static String step(Element element, boolean isExact) {
    Element parent = element.parent();
    if (!isExact || parent == null) {
      return element.normalName();
    }
    int place = 1;
    for (Element before = element.previousElementSibling();
        before != null;
        before = before.previousElementSibling()) {
      place += before.normalName().equals(element.normalName()) ? 1 : 0;
    }
    return element.normalName() + ":nth-of-type(" + place + ")";
  }

  private List<Candidate> judged(Set<Selector> selectors, Element wanted) {
    List<Candidate> judged = new ArrayList<>();
    selectors.stream()
        .sorted(
            Comparator.comparing((Selector each) -> -each.kind().prior())
                .thenComparing(Selector.SIMPLEST))
        .limit(MOST_TRIED)
        .forEach(each -> judge(each, wanted).ifPresent(judged::add));
    return judged;
  }

  private Optional<Candidate> judge(Selector selector, Element wanted) {
    List<Element> found = page.view().document().select(selector.css());
    if (!found.contains(wanted)) {
      return Optional.empty();
    }
    int on = 0;
    int approved = 0;
    for (StudiedPage each : pages) {
      List<Element> there = each.view().document().select(selector.css());
      on += there.isEmpty() ? 0 : 1;
      approved += each.isApproved() && !there.isEmpty() ? kept(each, there) : 0;
    }
    int of = pages.size();
    double share = of == 0 ? 1 : (double) on / of;
    double risk = page.isKept(block) ? 1 : 1.0 / (1 + approved);
    double spread = 1 + PER_OTHER_MATCH * (found.size() - 1);
    double score = prior(selector) * Math.sqrt(share) * risk / spread;
    return Optional.of(
        new Candidate(
            selector.css(), selector.kind().words(), found.size(), on, of, approved, score));
  }

  /** Any element of a kind below a named one says less of what it is than a name of its own. */
  private static double prior(Selector selector) {
    if (selector.kind() == SelectorKind.POSITION) {
      return POSITION_PRIOR;
    }
    String last = selector.css().substring(selector.css().lastIndexOf(' ') + 1);
    boolean isBare = selector.css().length() > last.length() && BARE.matcher(last).matches();
    return selector.kind().prior() * (isBare ? BARE_TAG : 1);
  }

  private static int kept(StudiedPage page, List<Element> elements) {
    boolean[] covered = page.view().covered(elements);
    int count = 0;
    for (int i = 0; i < covered.length; i++) {
      count += covered[i] && page.isKept(i) ? 1 : 0;
    }
    return count;
  }
}
