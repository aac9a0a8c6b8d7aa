// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.pipeline.Workspace;
import org.winnow.review.Route;
import org.winnow.review.TestCorpus;
import org.winnow.review.TestServer;
import org.winnow.review.TestServer.Answer;

class ApiPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  @TempDir Path folder;
  private Workspace workspace;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    workspace = TestCorpus.open(folder);
    server = TestServer.start(folder, new ApiPages(workspace));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    workspace.close();
  }

  private Answer get(String path) throws Exception {
    return server.send(request(path).build());
  }

  private Answer post(String path, String body) throws Exception {
    return server.send(request(path).post(RequestBody.create(body, JSON_TYPE)).build());
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(server.url(path))
        .header("Authorization", "Bearer " + server.apiToken());
  }

  private JsonNode json(String path) throws Exception {
    Answer answer = get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void the_description_has_every_route_and_no_other() throws Exception {
    List<String> described = new ArrayList<>();
    json("/api/openapi.json")
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    List<String> answered =
        server.server().routes().stream()
            .filter(route -> route.access() == Route.Access.API)
            .map(route -> route.method() + " " + route.path())
            .toList();
    assertThat(new TreeSet<>(described)).isEqualTo(new TreeSet<>(answered));
  }

  @Test
  void the_guide_names_every_route() throws Exception {
    String guide = Files.readString(Path.of("../docs/rest-api.md"));
    for (Route route : server.server().routes()) {
      if (route.access() == Route.Access.API) {
        assertThat(guide).contains(route.method() + " " + route.path());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/sites",
        "/api/sites/{name} /api/sites/a.example",
        "/api/runs /api/runs?site=a.example&limit=1",
        "/api/runs/{id} /api/runs/1",
        "/api/documents /api/documents?limit=2",
        "/api/documents/{id} /api/documents/1?blocks=true"
      })
  void each_answer_is_as_the_description_says(String paths) throws Exception {
    String described = paths.split(" ")[0];
    Answer answer = get(paths.split(" ")[paths.split(" ").length - 1]);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(problems(described, "get", answer.body())).isEmpty();
  }

  /** What the answer has that its schema does not allow. */
  private List<String> problems(String path, String method, String answer) throws Exception {
    JsonNode description = json("/api/openapi.json");
    JsonNode reference =
        description
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path("200")
            .path("content")
            .path("application/json")
            .path("schema")
            .path("$ref");
    return new JsonShape(description).problems(reference.asText(), JSON.readTree(answer));
  }

  @Test
  void documents_are_handed_out_in_pieces_and_by_filter() throws Exception {
    JsonNode first = json("/api/documents?limit=2");
    assertThat(first.path("documents")).hasSize(2);
    JsonNode rest = json("/api/documents?limit=2&after=" + first.path("next").asLong());
    assertThat(rest.path("documents")).hasSize(1);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(json("/api/documents?language=ar").path("documents")).hasSize(1);
    assertThat(json("/api/documents?status=approved").path("documents")).isEmpty();
    assertThat(json("/api/documents?since=2026-11-21").path("documents")).isEmpty();
    assertThat(json("/api/documents?min_confidence=0.9").path("documents")).isEmpty();
  }

  @Test
  void one_document_has_its_text_and_why_each_block_is_kept_or_not() throws Exception {
    JsonNode document = json("/api/documents/1?blocks=true");
    assertThat(document.path("text").asText()).startsWith("The <b>first</b>\n\n");
    JsonNode block = document.path("blocks").get(0);
    assertThat(block.path("chain")).isNotEmpty();
    assertThat(json("/api/documents/1").has("blocks")).isFalse();
  }

  @Test
  void a_verdict_is_taken_once_and_taken_back() throws Exception {
    String sha256 = json("/api/documents/1").path("sha256").asText();
    String verdict =
        """
        {"documents": [{"id": 1, "sha256": "%s", "lastVerdict": 0}],
         "verdict": "approved", "who": "me"}"""
            .formatted(sha256);
    Answer taken = post("/api/verdicts", verdict);
    assertThat(problems("/api/verdicts", "post", taken.body())).isEmpty();
    assertThat(JSON.readTree(taken.body()).path("taken").asInt()).isEqualTo(1);
    assertThat(json("/api/documents/1").path("status").asText()).isEqualTo("approved");
    assertThat(JSON.readTree(post("/api/verdicts", verdict).body()).path("overtaken").asInt())
        .isEqualTo(1);
    Answer undone = post("/api/verdicts/undo", "{\"who\": \"me\"}");
    assertThat(problems("/api/verdicts/undo", "post", undone.body())).isEmpty();
    assertThat(json("/api/documents/1").path("status").asText()).isEqualTo("pending");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"documents\": [], \"verdict\": \"approved\"}",
        "{\"documents\": [{\"id\": 1, \"sha256\": \"\", \"lastVerdict\": 0}], \"verdict\": \"x\"}",
        "{\"surprise\": 1}"
      })
  void a_wrong_body_is_said_and_changes_nothing(String body) throws Exception {
    Answer answer = post("/api/verdicts", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("message").asText()).isNotBlank();
    assertThat(json("/api/documents/1").path("status").asText()).isEqualTo("pending");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/documents?limit=0",
        "/api/documents?limit=x",
        "/api/documents?status=good",
        "/api/documents?since=today",
        "/api/documents?min_confidence=2",
        "/api/export?format=xml",
        "/api/export?status=good"
      })
  void a_wrong_parameter_is_named(String path) throws Exception {
    Answer answer = get(path);
    assertThat(answer.status()).isEqualTo(400);
    String name = path.replaceAll(".*\\?(\\w+)=.*", "$1");
    assertThat(JSON.readTree(answer.body()).path("message").asText()).startsWith(name + ":");
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    for (String path :
        List.of("/api/documents/99", "/api/runs/99", "/api/sites/x", "/api/runs/x")) {
      assertThat(get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void the_export_is_what_the_command_writes() throws Exception {
    Answer lines = get("/api/export?language=ar");
    assertThat(lines.header("Content-Type")).startsWith("application/jsonl");
    assertThat(lines.body().lines()).hasSize(1);
    assertThat(JSON.readTree(lines.body()).path("headline").asText()).isEqualTo("الخبر الثاني");
    assertThat(get("/api/export?format=csv").body().lines().findFirst().orElseThrow())
        .startsWith("id,url,site,");
    assertThat(get("/api/export?status=approved").body()).isEmpty();
  }

  @Test
  void a_person_downloads_the_same() throws Exception {
    Answer file = server.post("/corpus/export", "format", "jsonl", "status", "");
    assertThat(file.body().lines()).hasSize(3);
    assertThat(file.header("Content-Disposition")).contains("corpus.jsonl");
  }
}
