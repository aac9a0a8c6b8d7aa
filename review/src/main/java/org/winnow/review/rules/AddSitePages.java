// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.learn.LearnedRule;
import org.winnow.pipeline.rules.LearnedFiles;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.pipeline.rules.RuleVersions.Edit;
import org.winnow.pipeline.rules.RuleVersions.Saved;
import org.winnow.review.Events;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;
import org.winnow.siterules.RulePatch;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** From an address to a rule: fetched, learned, looked at, scheduled, written. */
public final class AddSitePages implements Pages {
  private static final int MOST_DRAFTS = 8;

  private final RuleDesk desk;
  private final RuleVersions versions;
  private final Map<String, SiteDraft> drafts = new LinkedHashMap<>();

  /** One site at a time: a person looks at one, and pages and trees take memory. */
  private final ExecutorService worker = Executors.newSingleThreadExecutor(AddSitePages::thread);

  AddSitePages(RuleDesk desk, RuleVersions versions) {
    this.desk = desk;
    this.versions = versions;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "add-site");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * One of the first articles.
   *
   * @param reason why there is none; or empty
   */
  public record First(int number, String url, String headline, String text, String reason) {
    /** The text, paragraph by paragraph. */
    public List<String> paragraphs() {
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/rules/new", visit -> ask(visit, visit.query("url").orElse(""), "", ""));
    routes.post("/rules/new", this::begin);
    routes.get("/rules/new/{draft}", this::show);
    routes.stream("/rules/new/{draft}/steps", this::steps);
    routes.get("/rules/new/{draft}/page/{number}", this::page);
    routes.post("/rules/new/{draft}/cancel", this::cancel);
    routes.post("/rules/new/{draft}/save", this::save);
  }

  private static void ask(Visit visit, String url, String trouble, String known) {
    if (!trouble.isEmpty()) {
      visit.context().status(422);
    }
    visit.show("rules/add", Map.of("url", url, "trouble", trouble, "known", known));
  }

  private void begin(Visit visit) {
    String given = visit.form("url").strip();
    Optional<Url> url = Url.parse(given.contains("://") ? given : "https://" + given);
    if (given.isEmpty() || url.isEmpty()) {
      ask(visit, given, visit.texts().text("rules.add.noaddress"), "");
      return;
    }
    Optional<SiteRule> known =
        desk.files().read().rules().ruleFor(url.get()).filter(rule -> isOwn(rule.name()));
    if (known.isPresent()) {
      ask(visit, given, visit.texts().text("rules.add.known"), known.get().name());
      return;
    }
    SiteDraft draft = new SiteDraft(url.get(), desk.clock().instant());
    synchronized (drafts) {
      drafts.put(draft.id(), draft);
      if (drafts.size() > MOST_DRAFTS) {
        drafts.remove(drafts.keySet().iterator().next()).cancel();
      }
    }
    worker.execute(() -> draft.run(desk.fetcher()));
    visit.redirect("/rules/new/" + draft.id());
  }

  private boolean isOwn(String rule) {
    return desk.files().find(rule).filter(RuleText::isOwn).isPresent();
  }

  private SiteDraft draft(Visit visit) {
    synchronized (drafts) {
      SiteDraft draft = drafts.get(visit.path("draft"));
      if (draft == null) {
        throw new Refusal(404, "rules.add.gone");
      }
      return draft;
    }
  }

  private void show(Visit visit) {
    SiteDraft draft = draft(visit);
    LearnedRule rule = draft.rule().orElse(null);
    if (rule == null) {
      visit.show("rules/learning", progress(draft));
      return;
    }
    proposal(visit, draft, rule, rule.yaml(), List.of(), "");
  }

  private static Map<String, Object> progress(SiteDraft draft) {
    return Map.of(
        "id", draft.id(),
        "url", draft.start().toString(),
        "step", draft.step().name().toLowerCase(Locale.ROOT),
        "isOver", draft.step().isOver(),
        "fetched", draft.fetched(),
        "failures", draft.failures());
  }

  private void proposal(
      Visit visit,
      SiteDraft draft,
      LearnedRule rule,
      String yaml,
      List<RuleProblem> problems,
      String trouble) {
    if (!trouble.isEmpty()) {
      visit.context().status(422);
    }
    visit.show(
        "rules/proposal",
        Map.of(
            "id",
            draft.id(),
            "rule",
            rule,
            "yaml",
            yaml,
            "articles",
            articles(draft, rule, yaml),
            "problems",
            problems,
            "trouble",
            trouble,
            "every",
            visit.form("every"),
            "failures",
            draft.failures()));
  }

  private List<First> articles(SiteDraft draft, LearnedRule rule, String yaml) {
    RuleSet rules = desk.files().readAlone(rule.site().host(), yaml).rules();
    Extractor extractor = new Extractor(rules, desk.titles());
    List<First> articles = new ArrayList<>();
    List<FetchedPage> pages = draft.pages();
    for (int i = 0; i < pages.size() && articles.size() < SiteDraft.ARTICLES; i++) {
      String url = pages.get(i).url().toString();
      Extraction extraction = extractor.extract(pages.get(i));
      boolean isStart =
          i == 0 && rule.samples().stream().noneMatch(s -> s.url().toString().equals(url));
      if (extraction instanceof Extracted extracted && extracted.isKept() && !isStart) {
        String headline = extracted.article().headline();
        articles.add(
            new First(i, url, headline == null ? "" : headline, extracted.article().text(), ""));
      } else if (!isStart) {
        String reason = extraction instanceof NothingFound nothing ? nothing.reason() : "";
        articles.add(new First(i, url, "", "", reason));
      }
    }
    return articles;
  }

  private void steps(Visit visit, Events events) throws InterruptedException {
    SiteDraft draft = draft(visit);
    String last = "";
    while (events.isOpen()) {
      String now = visit.render("rules/steps", progress(draft));
      if (!now.equals(last)) {
        events.send("step", now);
        last = now;
      }
      if (draft.step().isOver()) {
        // Quirk: browsers do not hand out an event without data.
        events.send("over", draft.step().name());
        return;
      }
      Thread.sleep(200);
    }
  }

  private void page(Visit visit) {
    SiteDraft draft = draft(visit);
    long number = visit.number("number");
    if (number < 0 || number >= draft.pages().size()) {
      throw Refusal.notFound();
    }
    String yaml = draft.rule().map(LearnedRule::yaml).orElse("");
    String host = draft.start().host();
    RuleSet rules = desk.files().readAlone(host, yaml).rules();
    FramedPage.show(visit, draft.pages().get((int) number), new Extractor(rules, desk.titles()));
  }

  private void cancel(Visit visit) {
    draft(visit).cancel();
    visit.redirect("/rules/new");
  }

  private void save(Visit visit) throws IOException {
    SiteDraft draft = draft(visit);
    LearnedRule rule = draft.rule().orElseThrow(Refusal::notFound);
    String host = rule.site().host();
    String yaml = visit.form("text").replace("\r\n", "\n");
    String every = visit.form("every");
    if (!every.isEmpty()) {
      yaml = RulePatch.of(yaml).set("schedule", Map.of("every", every)).orElse(yaml);
    }
    List<RuleProblem> problems = desk.files().readAlone(host, yaml).problems();
    if (!problems.isEmpty()) {
      String trouble = visit.texts().text("rules.save.problems");
      proposal(visit, draft, rule, visit.form("text"), problems, trouble);
      return;
    }
    Optional<RuleText> known = desk.files().find(host);
    if (known.filter(RuleText::isOwn).isPresent()) {
      proposal(visit, draft, rule, yaml, List.of(), visit.texts().text("rules.add.known"));
      return;
    }
    new LearnedFiles(desk.files().placeOf(host).resolveSibling(""), false).writeSamples(rule);
    RuleVersions.Outcome outcome =
        versions.save(
            new Edit(
                host,
                known.map(RuleText::sha256).orElse(""),
                yaml,
                visit.texts().text("rules.add.message"),
                desk.who().apply(visit),
                ""));
    if (!(outcome instanceof Saved)) {
      proposal(visit, draft, rule, yaml, List.of(), visit.texts().text("rules.save.conflict"));
      return;
    }
    desk.keeper().accept(draft.pages());
    visit.tell("rules.added", host);
    visit.redirect("/rules/edit?rule=" + Quoted.url(host));
  }
}
