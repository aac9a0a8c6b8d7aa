// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.XPathTranslation.Branch;
import org.winnow.siterules.imports.XPathTranslation.Constant;
import org.winnow.siterules.imports.XPathTranslation.Reason;
import org.winnow.siterules.imports.XPathTranslation.Selected;

/**
 * Translates XPath 1.0 into the CSS of jsoup 1.24. What it translates selects the same elements,
 * but for what jsoup sees in another way: names and whole attribute values without regard to case,
 * a line break for {@code <br>} in texts, and {@code contains(text(), …)} in any text of the
 * element, not only in the first.
 */
public final class XPathToCss {
  private static final int LONGEST = 4_000;

  /** What a rule's selector may have. */
  private static final int LONGEST_CSS = 2_000;

  private static final List<String> PAGE_FITS = List.of(":not(", ":has(", ":contains", ":first-");

  /** Which of the elements are wanted. */
  private final boolean wantsOnlyFirst;

  private XPathToCss(boolean wantsOnlyFirst) {
    this.wantsOnlyFirst = wantsOnlyFirst;
  }

  /** For an expression that selects elements, all of which are wanted. */
  public static XPathTranslation elements(String xpath) {
    return new XPathToCss(false).translate(xpath);
  }

  /** For an expression that gives one value: of several nodes, the first one's. */
  public static XPathTranslation value(String xpath) {
    return new XPathToCss(true).translate(xpath);
  }

  private XPathTranslation translate(String xpath) {
    try {
      if (xpath.length() > LONGEST) {
        throw new Untranslatable(Reason.SIZE, "more than " + LONGEST + " characters");
      }
      return checked(of(XPathParser.parse(xpath)));
    } catch (Untranslatable e) {
      return e.refused();
    }
  }

  private static XPathTranslation checked(XPathTranslation translation) {
    if (translation instanceof Selected selected) {
      for (Branch branch : selected.branches()) {
        if (branch.css().length() > LONGEST_CSS) {
          throw new Untranslatable(Reason.SIZE, "more than " + LONGEST_CSS + " characters of CSS");
        }
      }
    }
    return translation;
  }

  private XPathTranslation of(XPathExpr expression) {
    if (expression instanceof XPathExpr.Literal literal) {
      return new Constant(literal.value());
    }
    if (expression instanceof XPathExpr.Call call && !call.function().equals("id")) {
      return of(call);
    }
    List<Branch> branches = new ArrayList<>();
    collect(expression, branches);
    return new Selected(merged(branches), null, null);
  }

  private XPathTranslation of(XPathExpr.Call call) {
    if (call.is("string", 1) || call.is("normalize-space", 1)) {
      return of(call.arguments().get(0));
    }
    if (call.is("substring-after", 2) || call.is("substring-before", 2)) {
      return part(call, call.function().equals("substring-after"));
    }
    throw new Untranslatable(Reason.FUNCTION, call.function() + "()");
  }

  /** A value is cut behind {@code after} first, and then before {@code before}. */
  private XPathTranslation part(XPathExpr.Call call, boolean isAfter) {
    if (!(call.arguments().get(1) instanceof XPathExpr.Literal word) || word.value().isEmpty()) {
      throw new Untranslatable(Reason.FUNCTION, call.function() + "() of what is not written out");
    }
    XPathTranslation inner = of(call.arguments().get(0));
    if (inner instanceof Selected selected && selected.before() == null) {
      if (isAfter && selected.after() == null) {
        return new Selected(selected.branches(), word.value(), null);
      }
      if (!isAfter) {
        return new Selected(selected.branches(), selected.after(), word.value());
      }
    }
    throw new Untranslatable(Reason.FUNCTION, call.function() + "() of a part of a text");
  }

  /** The branches of a union, those of the same attribute in one selector. */
  private static List<Branch> merged(List<Branch> branches) {
    List<Branch> merged = new ArrayList<>();
    for (Branch branch : branches) {
      Branch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && Objects.equals(last.attribute(), branch.attribute())) {
        merged.set(
            merged.size() - 1, new Branch(last.css() + ", " + branch.css(), branch.attribute()));
      } else {
        merged.add(branch);
      }
    }
    return merged;
  }

  private void collect(XPathExpr expression, List<Branch> branches) {
    if (expression instanceof XPathExpr.Binary binary && binary.operator().equals("|")) {
      collect(binary.left(), branches);
      collect(binary.right(), branches);
      return;
    }
    if (expression instanceof XPathExpr.Binary binary) {
      throw new Untranslatable(Reason.FUNCTION, "the operator " + binary.operator());
    }
    String attribute = null;
    XPathExpr elements = expression;
    if (wantsOnlyFirst && isFirstOfAll(expression)) {
      elements = ((XPathExpr.Filter) expression).primary();
      collect(elements, branches);
      return;
    }
    if (expression instanceof XPathExpr.Path path && last(path).isAttribute()) {
      attribute = attribute(path);
      elements = holders(path);
    }
    for (CssPath path : paths(elements)) {
      branches.add(new Branch(withoutPage(with(path, attribute)).toString(), attribute));
    }
  }

  private static boolean isFirstOfAll(XPathExpr expression) {
    return expression instanceof XPathExpr.Filter filter
        && filter.predicates().size() == 1
        && XPathPosition.of(filter.predicates().get(0)).filter(XPathPosition::isFirst).isPresent();
  }

  private static String attribute(XPathExpr.Path path) {
    XPathStep step = last(path);
    if (step.test().equals("*") || !step.predicates().isEmpty()) {
      throw new Untranslatable(Reason.COMPARISON, "an attribute that is not named");
    }
    return step.test();
  }

  /** The elements whose attribute the path reads. */
  private static XPathExpr holders(XPathExpr.Path path) {
    List<XPathStep> steps = new ArrayList<>(path.steps().subList(0, path.steps().size() - 1));
    if (last(path).isDeep()) {
      XPathStep.Axis axis = XPathStep.Axis.DESCENDANT_OR_SELF;
      steps.add(
          steps.isEmpty() && path.start() == null
              ? new XPathStep(true, XPathStep.Axis.CHILD, "*", List.of())
              : new XPathStep(false, axis, "*", List.of()));
    }
    if (steps.isEmpty()) {
      if (path.start() != null) {
        return path.start();
      }
      throw new Untranslatable(Reason.NEVER, "an attribute of the page itself");
    }
    return new XPathExpr.Path(path.start(), path.isAbsolute(), steps);
  }

  /** An element without the attribute is passed over, as XPath does. */
  private static CssPath with(CssPath path, @Nullable String attribute) {
    boolean isThere =
        attribute == null
            || path.last().hasAttribute(attribute)
            || (path.last().tag().equals("meta") && attribute.equals("content"));
    return isThere ? path : path.withLast(path.last().and("[" + attribute + "]"));
  }

  /**
   * Quirk: jsoup's page is an element itself, above {@code html}, and fits what any element fits.
   */
  private static CssPath withoutPage(CssPath path) {
    CssCompound compound = path.last();
    boolean mayBePage =
        path.size() == 1
            && compound.tag().equals("*")
            && (compound.isAny() || PAGE_FITS.stream().anyMatch(compound.rest()::startsWith))
            && !compound.rest().startsWith(":has(> ");
    return mayBePage ? path.withLast(compound.and(":is(html, html *)")) : path;
  }

  private static XPathStep last(XPathExpr.Path path) {
    return path.steps().get(path.steps().size() - 1);
  }

  private static List<CssPath> paths(XPathExpr expression) {
    if (expression instanceof XPathExpr.Path path) {
      return walked(path);
    }
    if (expression instanceof XPathExpr.Filter filter) {
      return filtered(filter);
    }
    if (expression instanceof XPathExpr.Binary union && union.operator().equals("|")) {
      List<CssPath> both = new ArrayList<>(paths(union.left()));
      both.addAll(paths(union.right()));
      return both;
    }
    if (expression instanceof XPathExpr.Call call
        && call.is("id", 1)
        && call.arguments().get(0) instanceof XPathExpr.Literal id
        && CssText.isPlain(id.value())) {
      return List.of(CssPath.of(CssCompound.ANY.and("#" + id.value())));
    }
    throw new Untranslatable(Reason.FUNCTION, "a part that does not select elements");
  }

  private static List<CssPath> walked(XPathExpr.Path path) {
    List<XPathStep> steps = path.steps();
    List<CssPath> paths;
    int next = 0;
    if (path.start() != null) {
      paths = paths(path.start());
    } else {
      while (next < steps.size() - 1 && steps.get(next).isSelf()) {
        next++;
      }
      paths = XPathSteps.first(steps.get(next), path.isAbsolute() || next == 0);
      next++;
    }
    for (XPathStep step : steps.subList(next, steps.size())) {
      paths = XPathSteps.next(paths, step);
    }
    return paths;
  }

  private static List<CssPath> filtered(XPathExpr.Filter filter) {
    List<CssPath> paths = paths(filter.primary());
    for (XPathExpr predicate : filter.predicates()) {
      XPathPosition position = XPathPosition.of(predicate).orElse(null);
      if (position == null) {
        paths =
            paths.stream()
                .map(
                    path ->
                        path.withLast(
                            path.last().and(XPathConditions.of(predicate, path.last().tag()))))
                .toList();
      } else if (paths.size() == 1 && position.isFirst()) {
        paths = List.of(CssDocumentOrder.first(paths.get(0)));
      } else if (paths.size() == 1 && position.isLast()) {
        paths = List.of(CssDocumentOrder.last(paths.get(0)));
      } else {
        throw new Untranslatable(Reason.POSITION, "a position among all of the page");
      }
    }
    return paths;
  }
}
