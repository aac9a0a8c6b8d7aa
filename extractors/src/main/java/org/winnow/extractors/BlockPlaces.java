// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.winnow.corpus.LabelledBlock;

/**
 * Which text of a document stands in which block. The blocks' letters, one behind the other, are
 * the letters of the texts that were read; so each text is found without knowing how blocks end.
 */
final class BlockPlaces {
  /** A text of fewer letters stands in too many places to be looked for further on. */
  private static final int LEAST_TELLING = 8;

  private static final int LOOK_AHEAD = 5_000;

  private final IdentityHashMap<Node, Integer> blocks = new IdentityHashMap<>();
  private final StringBuilder letters = new StringBuilder();
  private final List<Integer> ends = new ArrayList<>();

  private BlockPlaces() {}

  /** A text with its letters; hidden as far as its elements say so. */
  private record Place(TextNode node, String letters, boolean isHidden) {}

  static BlockPlaces of(Document document, List<LabelledBlock> labelled) {
    BlockPlaces places = new BlockPlaces();
    for (LabelledBlock block : labelled) {
      places.letters.append(letters(block.block().text()));
      places.ends.add(places.letters.length());
    }
    List<Place> texts = texts(document);
    if (!places.fit(texts, false) && !places.fit(texts, true)) {
      places.search(texts);
    }
    return places;
  }

  /** The number of the block that the text stands in, or -1. */
  int blockOf(TextNode text) {
    return blocks.getOrDefault(text, -1);
  }

  /** The texts that stand in blocks, in no order. */
  Iterable<Node> texts() {
    return blocks.keySet();
  }

  static boolean isHidden(Element element) {
    return element.attributesSize() > 0
        && (element.attributes().hasKey("hidden")
            || element.attributes().get("aria-hidden").equals("true")
            || InlineStyle.has(element.attributes().get("style"), "display", "none")
            || InlineStyle.has(element.attributes().get("style"), "visibility", "hidden"));
  }

  private static List<Place> texts(Document document) {
    List<Place> texts = new ArrayList<>();
    NodeTraversor.filter(
        new NodeFilter() {
          private int hidden;

          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
              texts.add(new Place(text, letters(text.getWholeText()), hidden > 0));
            } else if (node instanceof Element element) {
              TagKind kind = TagKind.of(element.normalName());
              if (!kind.hasText() && !kind.isFallback() && !kind.isBreak()) {
                return FilterResult.SKIP_ENTIRELY;
              }
              hidden += hides(element) ? 1 : 0;
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            hidden -= node instanceof Element element && hides(element) ? 1 : 0;
            return FilterResult.CONTINUE;
          }
        },
        document);
    return texts;
  }

  private static boolean hides(Element element) {
    String tag = element.normalName();
    return TagKind.of(tag).isFallback()
        || (isHidden(element)
            && !element.attr("hidden").equals("until-found")
            && !tag.equals("body")
            && !tag.equals("html"));
  }

  /** Whether these texts, one behind the other, are the blocks'. */
  private boolean fit(List<Place> texts, boolean withHidden) {
    blocks.clear();
    int at = 0;
    for (Place place : texts) {
      if (!place.letters.isEmpty() && (withHidden || !place.isHidden)) {
        if (!isAt(place.letters, at)) {
          return false;
        }
        put(place, at);
        at += place.letters.length();
      }
    }
    return at == letters.length();
  }

  /** As far as they are found: where a rule shows what is hidden, or a page is cut off. */
  private void search(List<Place> texts) {
    blocks.clear();
    int at = 0;
    for (Place place : texts) {
      if (place.letters.isEmpty()) {
        continue;
      }
      int found = isAt(place.letters, at) ? at : -1;
      if (found < 0 && !place.isHidden && place.letters.length() >= LEAST_TELLING) {
        found = letters.indexOf(place.letters, at);
        found = found > at + LOOK_AHEAD ? -1 : found;
      }
      if (found >= 0) {
        put(place, found);
        at = found + place.letters.length();
      }
    }
  }

  private boolean isAt(String text, int at) {
    int end = at + text.length();
    if (end > letters.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (letters.charAt(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void put(Place place, int at) {
    int low = 0;
    int high = ends.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends.get(middle) > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    blocks.put(place.node, low);
  }

  /** The signs of a text that no cleaning takes away: no spaces, no marks, none composed. */
  private static String letters(String text) {
    String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder(parted.length());
    for (int i = 0; i < parted.length(); i++) {
      char c = parted.charAt(i);
      if (Characters.isInWord(c) && !isMark(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return c >= 0x300
        && (type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK);
  }
}
