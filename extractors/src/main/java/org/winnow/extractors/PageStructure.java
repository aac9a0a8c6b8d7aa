// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * Drops what its place on the page gives away, in any language: navigation, footers, forms,
 * captions, and lines that are no text.
 *
 * @param believesNames whether classes and ids count too, beside tags and roles; not on pages whose
 *     body a rule has named, where the rule says which presets apply
 */
record PageStructure(boolean believesNames) implements BlockLabeller {

  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    BlockFigures figures = page.figures();
    RepeatedLines repeated = new RepeatedLines(labelling);
    for (int i = 0; i < page.size(); i++) {
      if (labelling.isContent(i)) {
        String reason = repeated.has(i) ? "structure:repeated" : reason(page, figures, i);
        if (!reason.isEmpty()) {
          labelling.drop(i, reason);
        }
      }
    }
  }

  private String reason(PageBlocks page, BlockFigures figures, int i) {
    int around = believesNames ? figures.around(i) : figures.aroundByTag(i);
    if (figures.letters(i) == 0 && !hasDigit(page.text(i))) {
      return "structure:no letters";
    }
    if ((around & Cues.AGAINST) != 0) {
      return CueNames.reason(around);
    }
    return "";
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
