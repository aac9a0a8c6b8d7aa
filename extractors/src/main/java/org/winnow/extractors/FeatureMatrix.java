// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * The figures of a page's blocks as the model reads them, one row a block: its own, of the elements
 * around it, of its place, of its neighbours, of the page. Characters are counted, never words.
 */
final class FeatureMatrix {
  private static final int OWN = 36;
  private static final int CUES = 37;
  private static final int LEVELS = 4;
  private static final int PER_LEVEL = 7;

  /** Elements that hold the same blocks are passed over, so many; hostile pages nest for ever. */
  private static final int MOST_STEPS = 100;

  private static final int PATHS = 9;
  private static final int PLACE = 17;
  private static final int[] NEIGHBOURS = {-1, 1, -2, 2, -3, 3};

  /** Which of a block's own figures its neighbours are told. */
  private static final int[] TOLD = {0, 2, 5, 6, 13, 20, 28};

  private static final int PER_NEIGHBOUR = TOLD.length + 2;
  private static final int PAGE = 20;

  private static final int CUES_AT = OWN;
  private static final int LEVELS_AT = CUES_AT + CUES;
  private static final int PATHS_AT = LEVELS_AT + LEVELS * PER_LEVEL;
  private static final int PLACE_AT = PATHS_AT + PATHS;
  private static final int NEIGHBOURS_AT = PLACE_AT + PLACE;
  private static final int PAGE_AT = NEIGHBOURS_AT + NEIGHBOURS.length * PER_NEIGHBOUR;
  private static final int CANDIDATES_AT = PAGE_AT + PAGE;

  /** How many figures a row has. */
  static final int WIDTH = CANDIDATES_AT + 2 * BlockCandidates.COUNT + 2;

  /** How many sums are kept of the blocks of a path or a tag. */
  private static final int SUMS = 5;

  /** Those of most counts; making one takes longer than anything else in a row. */
  private static final float[] LOGARITHMS = new float[4096];

  static {
    for (int i = 0; i < LOGARITHMS.length; i++) {
      LOGARITHMS[i] = log((double) i);
    }
  }

  private final PageBlocks page;
  private final BlockFigures figures;
  private final ElementTable elements;
  private final PageMetadata metadata;
  private final double[] scores;
  private final BlockCandidates candidates;
  private final int size;
  private final float[] rows;

  /** The number of each element's path. */
  private final int[] paths;

  private final double[] weight;
  private final double[] links;
  private final double[] chars;
  private final double[] prose;
  private final double[] proseBlocks;
  private final double[] sentences;

  private FeatureMatrix(
      PageBlocks page, PageMetadata metadata, double[] scores, BlockCandidates candidates) {
    this.page = page;
    this.metadata = metadata;
    this.scores = scores;
    this.candidates = candidates;
    figures = page.figures();
    elements = page.elements();
    size = page.size();
    rows = new float[size * WIDTH];
    paths = paths(elements);
    weight = new double[size + 1];
    links = new double[size + 1];
    chars = new double[size + 1];
    prose = new double[size + 1];
    proseBlocks = new double[size + 1];
    sentences = new double[size + 1];
    for (int i = 0; i < size; i++) {
      boolean isProse = Prose.is(page, i);
      weight[i + 1] = weight[i] + figures.weight(i);
      chars[i + 1] = chars[i] + page.text(i).length();
      links[i + 1] = links[i] + page.block(i).linkChars();
      prose[i + 1] = prose[i] + (isProse ? figures.weight(i) : 0);
      proseBlocks[i + 1] = proseBlocks[i] + (isProse ? 1 : 0);
      sentences[i + 1] = sentences[i] + figures.sentences(i);
    }
  }

  private static int[] paths(ElementTable elements) {
    int[] paths = new int[elements.size()];
    LongIndex index = new LongIndex(paths.length / 2);
    for (int e = 0; e < paths.length; e++) {
      paths[e] = index.add(elements.pathHash(e));
    }
    return paths;
  }

  /** The rows of that page, one after the other. */
  static float[] of(
      PageBlocks page, PageMetadata metadata, double[] scores, BlockCandidates candidates) {
    FeatureMatrix matrix = new FeatureMatrix(page, metadata, scores, candidates);
    if (matrix.size > 0) {
      matrix.fill();
    }
    return matrix.rows;
  }

  private void fill() {
    own();
    cues();
    levels();
    paths();
    place();
    candidates();
    page();
    neighbours();
  }

  private void own() {
    LongIndex texts = new LongIndex(size);
    int[] counts = new int[size];
    for (int i = 0; i < size; i++) {
      counts[texts.add(figures.hash(i))]++;
    }
    int[] seen = new int[size];
    long[] titles = new long[metadata.headlines().size()];
    for (int t = 0; t < titles.length; t++) {
      titles[t] = BlockFigures.hashOf(metadata.headlines().get(t));
    }
    String description = metadata.details().description();
    long described = description == null ? 0 : BlockFigures.hashOf(description);
    for (int i = 0; i < size; i++) {
      int at = i * WIDTH;
      String text = page.text(i);
      int length = text.length();
      String tag = page.block(i).tag();
      char first = text.charAt(0);
      char last = text.charAt(length - 1);
      rows[at] = log(figures.weight(i));
      rows[at + 1] = log(length);
      rows[at + 2] = share(page.block(i).linkChars(), length);
      rows[at + 3] = log(page.block(i).linkChars());
      rows[at + 4] = share(100.0 * figures.clauses(i), figures.weight(i));
      rows[at + 5] = Math.min(figures.clauses(i), 20);
      rows[at + 6] = Math.min(figures.sentences(i), 20);
      rows[at + 7] = share(100.0 * figures.sentences(i), figures.weight(i));
      rows[at + 8] = share(figures.letters(i), length);
      rows[at + 9] = share(figures.digits(i), length);
      rows[at + 10] = share(figures.capitals(i), length);
      rows[at + 11] = share(figures.signs(i), length);
      rows[at + 12] = share(figures.emphasis(i), length);
      rows[at + 13] = Characters.endsLikeSentence(text) ? 1 : 0;
      rows[at + 14] = last == ':' || last == '：' ? 1 : 0;
      rows[at + 15] = last == '…' || text.endsWith("...") ? 1 : 0;
      rows[at + 16] = Character.isLowerCase(first) ? 1 : 0;
      rows[at + 17] = Character.isDigit(first) ? 1 : 0;
      rows[at + 18] = figures.isLine(i) ? 1 : 0;
      rows[at + 19] = tag.equals("p") ? 1 : 0;
      rows[at + 20] = page.block(i).isHeading() ? 7 - (tag.charAt(1) - '0') : 0;
      rows[at + 21] = tag.equals("li") ? 1 : 0;
      rows[at + 22] = tag.equals("td") || tag.equals("th") ? 1 : 0;
      rows[at + 23] = tag.equals("div") ? 1 : 0;
      rows[at + 24] = tag.equals("blockquote") ? 1 : tag.equals("pre") ? 2 : 0;
      rows[at + 25] = tag.equals("dt") ? 1 : tag.equals("dd") ? 2 : 0;
      rows[at + 26] = page.block(i).depth();
      rows[at + 27] = i > 0 && figures.continues(i, i - 1) ? 1 : 0;
      rows[at + 28] = (float) Math.max(-100, Math.min(scores[i], 600));
      int title = 0;
      for (int t = titles.length - 1; t >= 0; t--) {
        title = titles[t] == figures.hash(i) ? t == 0 ? 2 : 1 : title;
      }
      rows[at + 29] = title;
      rows[at + 30] = described == figures.hash(i) ? 1 : 0;
      boolean hasLetters = figures.letters(i) > 0;
      int same = texts.add(figures.hash(i));
      rows[at + 31] = hasLetters ? Math.min(counts[same], 20) : 0;
      rows[at + 32] = hasLetters ? Math.min(++seen[same], 20) : 0;
      rows[at + 33] = figures.letters(i);
      rows[at + 34] = firstSign(text);
      rows[at + 35] = figures.isSpaced(i) ? 1 : 0;
    }
  }

  /** Signs that stand at the beginning of notices, quotations and labels. */
  private static int firstSign(String text) {
    char c = text.charAt(0);
    return switch (c) {
      case '©' -> 1;
      case '|', '/', '›', '»', '·', '•', '>', '→' -> 2;
      case '#', '@' -> 3;
      case '“', '"', '«', '„', '「' -> 4;
      case '(', '[' -> 5;
      case '*', '+', '-', '–', '—' -> 6;
      case '$', '€', '£', '¥' -> 7;
      default -> 0;
    };
  }

  private void cues() {
    double all = Math.max(1, weight[size]);
    int[] against = nearest(Cues.AGAINST);
    int[] body = nearest(Cues.BODY | Cues.BODY_PROPERTY);
    int[] article = nearest(Cues.ARTICLE | Cues.MAIN);
    for (int i = 0; i < size; i++) {
      int at = i * WIDTH + CUES_AT;
      int around = figures.around(i);
      for (int bit = 0; bit < 32; bit++) {
        rows[at + bit] = (around >>> bit) & 1;
      }
      int owner = figures.owner(i);
      rows[at + 32] = against[owner] < 0 ? 1 : (float) (held(weight, against[owner]) / all);
      rows[at + 33] = body[owner] < 0 ? 1 : (float) (held(weight, body[owner]) / all);
      rows[at + 34] = article[owner] < 0 ? 1 : (float) (held(weight, article[owner]) / all);
      rows[at + 35] = against[owner] > body[owner] ? 1 : against[owner] < body[owner] ? -1 : 0;
      rows[at + 36] = Integer.bitCount(figures.aroundByTag(i) & Cues.AGAINST);
    }
  }

  private double held(double[] sums, int element) {
    return sums[elements.end(element)] - sums[elements.first(element)];
  }

  /** For each element the nearest one around it, or itself, with one of these cues; or -1. */
  private int[] nearest(int cues) {
    int[] nearest = new int[elements.size()];
    for (int e = 0; e < nearest.length; e++) {
      int parent = elements.parent(e);
      nearest[e] = (elements.allCues(e) & cues) != 0 ? e : parent < 0 ? -1 : nearest[parent];
    }
    return nearest;
  }

  private void levels() {
    int[] alike = new int[elements.size()];
    for (int e = 0; e < elements.size(); e++) {
      alike[paths[e]] += elements.end(e) > elements.first(e) ? 1 : 0;
    }
    double all = Math.max(1, weight[size]);
    for (int i = 0; i < size; i++) {
      int element = figures.owner(i);
      int at = i * WIDTH + LEVELS_AT;
      for (int level = 0; level < LEVELS; level++) {
        int first = elements.first(element);
        int end = Math.max(elements.end(element), first + 1);
        int blocks = end - first;
        end = Math.min(end, size);
        double held = weight[end] - weight[first];
        rows[at] = (float) (held / all);
        rows[at + 1] =
            (float) ((links[end] - links[first]) / Math.max(1, chars[end] - chars[first]));
        rows[at + 2] = log(blocks);
        rows[at + 3] = (float) (held / blocks);
        rows[at + 4] = (float) ((prose[end] - prose[first]) / Math.max(1, held));
        rows[at + 5] = Math.max(1, Math.min(alike[paths[element]], 100));
        rows[at + 6] = (float) ((sentences[end] - sentences[first]) / blocks);
        at += PER_LEVEL;
        // the next element around it that holds more than this one
        int parent = elements.parent(element);
        int steps = 0;
        while (parent > 0
            && steps++ < MOST_STEPS
            && elements.first(parent) == first
            && elements.end(parent) == elements.end(element)) {
          parent = elements.parent(parent);
        }
        element = Math.max(parent, 0);
      }
    }
  }

  private void paths() {
    double[] byPath = new double[elements.size() * SUMS];
    double[] byTag = new double[TagKind.count() * SUMS];
    for (int i = 0; i < size; i++) {
      add(byPath, paths[figures.owner(i)] * SUMS, i);
      add(byTag, tag(i) * SUMS, i);
    }
    double all = Math.max(1, weight[size]);
    for (int i = 0; i < size; i++) {
      int at = i * WIDTH + PATHS_AT;
      int path = paths[figures.owner(i)] * SUMS;
      int tag = tag(i) * SUMS;
      rows[at] = log((int) byPath[path]);
      rows[at + 1] = (float) (byPath[path + 1] / all);
      rows[at + 2] = (float) (byPath[path + 1] / byPath[path]);
      rows[at + 3] = (float) (byPath[path + 2] / Math.max(1, byPath[path + 3]));
      rows[at + 4] = (float) (byPath[path + 4] / byPath[path]);
      rows[at + 5] = log((int) byTag[tag]);
      rows[at + 6] = (float) (byTag[tag + 1] / all);
      rows[at + 7] = (float) (byTag[tag + 2] / Math.max(1, byTag[tag + 3]));
      rows[at + 8] = (float) (byTag[tag + 4] / byTag[tag]);
    }
  }

  private int tag(int block) {
    return elements.kind(figures.owner(block)).number();
  }

  private void add(double[] sums, int at, int block) {
    sums[at]++;
    sums[at + 1] += figures.weight(block);
    sums[at + 2] += page.block(block).linkChars();
    sums[at + 3] += page.text(block).length();
    sums[at + 4] += figures.sentences(block) > 0 ? 1 : 0;
  }

  private void place() {
    double all = Math.max(1, weight[size]);
    double allProse = Math.max(1, prose[size]);
    int heading = heading();
    ContentRegion run = ContentRegion.segment(page, scores);
    double[] before = new double[size];
    double[] after = new double[size];
    double[] linkedBefore = new double[size];
    double[] linkedAfter = new double[size];
    for (int i = 1; i < size; i++) {
      before[i] = before[i - 1] * 0.7 + proseOf(i - 1);
      linkedBefore[i] = linkedBefore[i - 1] * 0.7 + page.block(i - 1).linkDensity();
    }
    for (int i = size - 2; i >= 0; i--) {
      after[i] = after[i + 1] * 0.7 + proseOf(i + 1);
      linkedAfter[i] = linkedAfter[i + 1] * 0.7 + page.block(i + 1).linkDensity();
    }
    int lastProse = -1;
    int alike = 0;
    for (int i = 0; i < size; i++) {
      int at = i * WIDTH + PLACE_AT;
      alike += heading >= 0 && i > heading && isAlike(heading, i) ? 1 : 0;
      rows[at + 16] = Math.min(alike, 50);
      rows[at] = (float) i / size;
      rows[at + 1] = (float) (weight[i] / all);
      rows[at + 2] = (float) (prose[i] / allProse);
      rows[at + 3] = (float) ((prose[size] - prose[i + 1]) / allProse);
      rows[at + 4] = heading < 0 ? 0 : Math.max(-50, Math.min(i - heading, 200));
      rows[at + 5] = heading < 0 ? 0 : (float) ((weight[i] - weight[heading]) / all);
      rows[at + 6] = (float) before[i];
      rows[at + 7] = (float) after[i];
      rows[at + 8] = (float) linkedBefore[i];
      rows[at + 9] = (float) linkedAfter[i];
      rows[at + 10] = i < run.first() ? i - run.first() : i >= run.end() ? i - run.end() + 1 : 0;
      rows[at + 11] = lastProse < 0 ? 100 : Math.min(i - lastProse, 100);
      if (proseBlocks[i + 1] > proseBlocks[i]) {
        lastProse = i;
      }
      rows[at + 13] = common(i, i - 1);
      rows[at + 14] = common(i, i + 1);
      rows[at + 15] = (float) proseBlocks[i];
    }
    int nextProse = -1;
    for (int i = size - 1; i >= 0; i--) {
      rows[i * WIDTH + PLACE_AT + 12] = nextProse < 0 ? 100 : Math.min(nextProse - i, 100);
      if (proseBlocks[i + 1] > proseBlocks[i]) {
        nextProse = i;
      }
    }
  }

  /** Whether the block is of the same kind as the headline: then another article begins there. */
  private boolean isAlike(int heading, int i) {
    return page.block(i).isHeading()
        && paths[figures.owner(i)] == paths[figures.owner(heading)];
  }

  private double proseOf(int i) {
    return prose[i + 1] > prose[i] ? Math.min(figures.weight(i), 500) / 100.0 : 0;
  }

  /** The block that says the title, or the first h1; or -1. */
  private int heading() {
    int top = -1;
    int title = -1;
    for (int i = 0; i < size; i++) {
      if (top < 0 && page.block(i).tag().equals("h1")) {
        top = i;
      }
      if (rows[i * WIDTH + 29] == 2
          && (title < 0 || (page.block(i).isHeading() && !page.block(title).isHeading()))) {
        title = i;
      }
    }
    return title >= 0 ? title : top;
  }

  /** How many levels above the block's own element the element is that holds the other one too. */
  private float common(int i, int other) {
    if (other < 0 || other >= size) {
      return 20;
    }
    int element = figures.owner(i);
    int levels = 0;
    while (element > 0
        && levels < 20
        && (elements.first(element) > other || elements.end(element) <= other)) {
      element = elements.parent(element);
      levels++;
    }
    return levels;
  }

  private void candidates() {
    double all = Math.max(1, weight[size]);
    for (int c = 0; c < BlockCandidates.COUNT; c++) {
      double held = 0;
      for (int i = candidates.set(c).nextSetBit(0);
          i >= 0;
          i = candidates.set(c).nextSetBit(i + 1)) {
        held += figures.weight(i);
      }
      boolean isNone = candidates.set(c).isEmpty();
      for (int i = 0; i < size; i++) {
        int at = i * WIDTH + CANDIDATES_AT;
        boolean isIn = candidates.set(c).get(i);
        rows[at + c] = isNone ? -1 : isIn ? 1 : 0;
        rows[at + BlockCandidates.COUNT + c] = (float) (held / all);
        rows[at + 2 * BlockCandidates.COUNT] += isIn ? 1 : 0;
      }
    }
    for (int i = 0; i < size; i++) {
      int at = i * WIDTH + CANDIDATES_AT + 2 * BlockCandidates.COUNT;
      rows[at + 1] = (i > 0 ? rows[at - WIDTH] : 0) + (i + 1 < size ? rows[at + WIDTH] : 0);
    }
  }

  private void page() {
    double all = Math.max(1, weight[size]);
    float[] totals = new float[PAGE];
    double comments = 0;
    double items = 0;
    double posts = 0;
    double prices = 0;
    double grids = 0;
    double longest = 0;
    double users = 0;
    int headings = 0;
    int tops = 0;
    for (int i = 0; i < size; i++) {
      int around = figures.around(i);
      double own = figures.weight(i);
      comments += (around & Cues.COMMENTS) != 0 ? own : 0;
      items += (around & Cues.ITEM) != 0 ? own : 0;
      posts += (around & Cues.POST) != 0 ? own : 0;
      prices += (around & Cues.PRICE) != 0 ? own : 0;
      grids += (around & Cues.GRID) != 0 ? own : 0;
      users += (around & Cues.USER) != 0 ? 1 : 0;
      longest = Math.max(longest, own);
      headings += page.block(i).isHeading() ? 1 : 0;
      tops += page.block(i).tag().equals("h1") ? 1 : 0;
    }
    int articles = 0;
    for (int e = 0; e < elements.size(); e++) {
      articles += (elements.tagCues(e) & Cues.ARTICLE) != 0 ? 1 : 0;
    }
    totals[0] = log(weight[size]);
    totals[1] = log(size);
    totals[2] = (float) (links[size] / Math.max(1, chars[size]));
    totals[3] = (float) (prose[size] / all);
    totals[4] = log(proseBlocks[size]);
    totals[5] = (float) (prose[size] / Math.max(1, proseBlocks[size]));
    totals[6] = Math.min(tops, 20);
    totals[7] = log(headings);
    totals[8] = (float) (comments / all);
    totals[9] = (float) (items / all);
    totals[10] = (float) (posts / all);
    totals[11] = (float) (prices / all);
    totals[12] = (float) (grids / all);
    totals[13] = (float) (longest / all);
    totals[14] = metadata.isArticleType() ? 1 : 0;
    totals[15] = metadata.articleBody() == null ? 0 : 1;
    totals[16] = log(articles);
    totals[17] = metadata.published() == null ? 0 : 1;
    totals[18] = metadata.byline() == null ? 0 : 1;
    totals[19] = (float) (users / size);
    for (int i = 0; i < size; i++) {
      System.arraycopy(totals, 0, rows, i * WIDTH + PAGE_AT, PAGE);
    }
  }

  private void neighbours() {
    for (int i = 0; i < size; i++) {
      int at = i * WIDTH + NEIGHBOURS_AT;
      for (int step : NEIGHBOURS) {
        int other = i + step;
        if (other < 0 || other >= size) {
          for (int t = 0; t < PER_NEIGHBOUR; t++) {
            rows[at + t] = -1;
          }
        } else {
          for (int t = 0; t < TOLD.length; t++) {
            rows[at + t] = rows[other * WIDTH + TOLD[t]];
          }
          int path = paths[figures.owner(i)];
          rows[at + TOLD.length] = paths[figures.owner(other)] == path ? 1 : 0;
          rows[at + TOLD.length + 1] =
              rows[other * WIDTH + CANDIDATES_AT + 2 * BlockCandidates.COUNT];
        }
        at += PER_NEIGHBOUR;
      }
    }
  }

  private static float log(double value) {
    return (float) Math.log1p(Math.max(value, 0));
  }

  private static float log(int value) {
    return value < LOGARITHMS.length ? LOGARITHMS[value] : log((double) value);
  }

  private static float share(double part, double whole) {
    return (float) (part / Math.max(1, whole));
  }
}
