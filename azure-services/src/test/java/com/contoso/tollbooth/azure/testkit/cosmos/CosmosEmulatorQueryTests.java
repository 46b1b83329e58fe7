package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosItemIdentity;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.FeedRange;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlParameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, in one partition and across both physical ones. The official SDK is the judge. */
class CosmosEmulatorQueryTests extends AgainstCosmosEmulator {
  private static final CosmosQueryRequestOptions EVERYWHERE = new CosmosQueryRequestOptions();

  /** Passages p0 to p(n-1), each of its own plate, with its number as its lane. */
  private void passages(int number) {
    for (int i = 0; i < number; i++) {
      container.createItem(passage("p" + i, "W-" + i).put("lane", i));
    }
  }

  private static List<String> named(IntStream numbers) {
    return numbers.mapToObj(i -> "p" + i).toList();
  }

  /** All pages of a query, each asked for by a new query with the last one's token. */
  private List<List<String>> pages(String sql, CosmosQueryRequestOptions options, int size) {
    List<List<String>> pages = new ArrayList<>();
    String token = null;
    do {
      FeedResponse<ObjectNode> page =
          container
              .queryItems(sql, options, ObjectNode.class)
              .iterableByPage(token, size)
              .iterator()
              .next();
      pages.add(ids(page.getResults()));
      token = page.getContinuationToken();
      assertThat(pages).as("pages without an end").hasSizeLessThan(100);
    } while (token != null);
    return pages;
  }

  private <T> List<T> values(String sql, Class<T> type) {
    return container.queryItems(sql, EVERYWHERE, type).stream().toList();
  }

  @Test
  void queriesOnePartition() {
    for (int i = 0; i < 5; i++) {
      container.createItem(passage("p" + i, "W-1").put("lane", i));
      container.createItem(passage("q" + i, "W-2").put("lane", i));
    }

    assertThat(ids(query("SELECT * FROM c WHERE c.lane >= 3", inPartition("W-1"))))
        .containsExactly("p3", "p4");
  }

  @Test
  void splitsTheHashSpaceAsTheSdkRoutes() {
    passages(40);

    List<FeedRange> ranges = container.getFeedRanges();
    assertThat(ranges).hasSize(2);
    Set<String> found = new HashSet<>();
    for (FeedRange range : ranges) {
      List<String> ids =
          ids(query("SELECT * FROM c", new CosmosQueryRequestOptions().setFeedRange(range)));
      assertThat(ids).hasSizeBetween(5, 35).noneMatch(found::contains);
      found.addAll(ids);
    }
    assertThat(found).hasSize(40);
    assertThat(
            ids(
                query(
                    "SELECT * FROM c",
                    new CosmosQueryRequestOptions()
                        .setFeedRange(FeedRange.forLogicalPartition(new PartitionKey("W-3"))))))
        .containsExactly("p3");
  }

  @Test
  void asksOnlyTheRangeOfAPartitionKeyInTheCondition() {
    passages(10);
    emulator.resetCounters();

    assertThat(
            ids(
                query(
                    "SELECT * FROM c WHERE c.lane >= 0 AND c.plate = @plate",
                    new SqlParameter("@plate", "W-7"))))
        .containsExactly("p7");
    assertThat(emulator.operations(CosmosOperation.QUERY)).isEqualTo(1);
  }

  @Test
  void pagesWithinAPartition() {
    for (int i = 0; i < 7; i++) {
      container.createItem(passage("p" + i, "W-1").put("lane", 6 - i));
    }

    assertThat(pages("SELECT * FROM c", inPartition("W-1"), 3))
        .containsExactly(List.of("p0", "p1", "p2"), List.of("p3", "p4", "p5"), List.of("p6"));
    assertThat(pages("SELECT * FROM c ORDER BY c.lane", inPartition("W-1"), 3))
        .containsExactly(List.of("p6", "p5", "p4"), List.of("p3", "p2", "p1"), List.of("p0"));
  }

  @Test
  void pagesAcrossPartitions() {
    passages(25);

    List<List<String>> pages = pages("SELECT * FROM c WHERE c.lane > 2", EVERYWHERE, 4);

    assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(4));
    assertThat(pages.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(named(IntStream.range(3, 25)));
  }

  @Test
  void aWriteBetweenTwoPagesHidesNoOlderDocument() {
    for (int i = 0; i < 4; i++) {
      container.createItem(passage("p" + i, "W-1"));
    }
    var first =
        container
            .queryItems("SELECT * FROM c", inPartition("W-1"), ObjectNode.class)
            .iterableByPage(2)
            .iterator()
            .next();

    container.deleteItem("p0", new PartitionKey("W-1"), null);

    var second =
        container
            .queryItems("SELECT * FROM c", inPartition("W-1"), ObjectNode.class)
            .iterableByPage(first.getContinuationToken(), 2)
            .iterator()
            .next();
    assertThat(ids(second.getResults())).containsExactly("p2", "p3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void ordersAcrossPartitions(int pageSize) {
    passages(20);

    assertThat(
            pages("SELECT * FROM c ORDER BY c.lane", EVERYWHERE, pageSize).stream()
                .flatMap(List::stream))
        .containsExactlyElementsOf(named(IntStream.range(0, 20)));
    assertThat(
            pages("SELECT * FROM c WHERE c.lane < 15 ORDER BY c.lane DESC", EVERYWHERE, pageSize)
                .stream()
                .flatMap(List::stream))
        .containsExactlyElementsOf(named(IntStream.rangeClosed(1, 15).map(i -> 15 - i)));
  }

  @ParameterizedTest
  @CsvSource({"ASC,1", "ASC,4", "DESC,1", "DESC,4"})
  void resumesAmongEqualItemsWithoutLossOrRepetition(String direction, int pageSize) {
    for (int i = 0; i < 18; i++) {
      container.createItem(passage("p" + i, "W-" + i % 6).put("lane", i % 3));
    }

    assertThat(
            pages("SELECT * FROM c ORDER BY c.lane " + direction, EVERYWHERE, pageSize).stream()
                .flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(named(IntStream.range(0, 18)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void ordersTypesAsDocumented(int pageSize) {
    container.createItem(passage("undefined", "W-1"));
    container.createItem(passage("null", "W-2").putNull("lane"));
    container.createItem(passage("false", "W-3").put("lane", false));
    container.createItem(passage("true", "W-4").put("lane", true));
    container.createItem(passage("one", "W-5").put("lane", 1));
    container.createItem(passage("two", "W-6").put("lane", 2.5));
    container.createItem(passage("a", "W-7").put("lane", "a"));
    container.createItem(passage("b", "W-8").put("lane", "b"));

    List<String> ascending =
        pages("SELECT * FROM c ORDER BY c.lane", EVERYWHERE, pageSize).stream()
            .flatMap(List::stream)
            .toList();
    List<String> descending =
        pages("SELECT * FROM c ORDER BY c.lane DESC", EVERYWHERE, pageSize).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(ascending)
        .containsExactly("undefined", "null", "false", "true", "one", "two", "a", "b");
    assertThat(descending).containsExactlyElementsOf(ascending.reversed());
  }

  @Test
  void ordersByTwoPropertiesIfAnIndexServesThem() {
    CosmosContainerProperties indexed = byPlate("indexed");
    CompositePath lane = new CompositePath().setPath("/lane");
    CompositePath toll =
        new CompositePath().setPath("/toll").setOrder(CompositePathSortOrder.DESCENDING);
    indexed.setIndexingPolicy(
        new IndexingPolicy().setCompositeIndexes(List.of(List.of(lane, toll))));
    database.createContainer(indexed);
    container = database.getContainer("indexed");
    for (int i = 0; i < 12; i++) {
      container.createItem(passage("p" + i, "W-" + i).put("lane", i % 3).put("toll", i));
    }

    for (int size : new int[] {2, 5, 100}) {
      assertThat(
              pages("SELECT * FROM c ORDER BY c.lane, c.toll DESC", EVERYWHERE, size).stream()
                  .flatMap(List::stream))
          .containsExactly(
              "p9", "p6", "p3", "p0", "p10", "p7", "p4", "p1", "p11", "p8", "p5", "p2");
      assertThat(
              pages("SELECT * FROM c ORDER BY c.lane DESC, c.toll", EVERYWHERE, size).stream()
                  .flatMap(List::stream))
          .containsExactly(
              "p2", "p5", "p8", "p11", "p1", "p4", "p7", "p10", "p0", "p3", "p6", "p9");
    }
    assertThat(status(() -> query("SELECT * FROM c ORDER BY c.lane, c.toll"))).isEqualTo(400);
    assertThat(status(() -> query("SELECT * FROM c ORDER BY c.toll DESC, c.lane"))).isEqualTo(400);
  }

  @Test
  void refusesAnOrderWithoutAnIndex() {
    CosmosContainerProperties lean = byPlate("lean");
    lean.setIndexingPolicy(
        new IndexingPolicy()
            .setIncludedPaths(List.of(new IncludedPath("/lane/?")))
            .setExcludedPaths(List.of(new ExcludedPath("/*"))));
    database.createContainer(lean);
    container = database.getContainer("lean");
    passages(3);

    assertThat(ids(query("SELECT * FROM c ORDER BY c.lane DESC")))
        .containsExactly("p2", "p1", "p0");
    assertThat(status(() -> query("SELECT * FROM c ORDER BY c.toll"))).isEqualTo(400);
  }

  @Test
  void counts() {
    passages(23);
    container.createItem(passage("q", "W-1").put("lane", 1));

    assertThat(values("SELECT VALUE COUNT(1) FROM c", Integer.class)).containsExactly(24);
    assertThat(values("SELECT VALUE COUNT(1) FROM c WHERE c.lane < 10", Integer.class))
        .containsExactly(11);
    assertThat(values("SELECT VALUE COUNT(1) FROM c WHERE c.lane < 0", Integer.class))
        .containsExactly(0);
    assertThat(
            container
                .queryItems("SELECT VALUE COUNT(1) FROM c", inPartition("W-1"), Integer.class)
                .stream())
        .containsExactly(2);
  }

  @Test
  void selectsTheFirst() {
    passages(12);

    assertThat(query("SELECT TOP 5 * FROM c")).hasSize(5);
    assertThat(ids(query("SELECT TOP 3 * FROM c ORDER BY c.lane DESC")))
        .containsExactly("p11", "p10", "p9");
    assertThat(ids(query("SELECT TOP @n * FROM c ORDER BY c.lane", new SqlParameter("@n", 2))))
        .containsExactly("p0", "p1");
    assertThat(query("SELECT TOP 50 * FROM c")).hasSize(12);
    assertThat(query("SELECT TOP 0 * FROM c")).isEmpty();
    assertThat(pages("SELECT TOP 5 * FROM c ORDER BY c.lane", EVERYWHERE, 2))
        .containsExactly(List.of("p0", "p1"), List.of("p2", "p3"), List.of("p4"));
  }

  @Test
  void selectsASlice() {
    passages(12);

    assertThat(ids(query("SELECT * FROM c ORDER BY c.lane OFFSET 4 LIMIT 3")))
        .containsExactly("p4", "p5", "p6");
    assertThat(query("SELECT * FROM c OFFSET 10 LIMIT 5")).hasSize(2);
    assertThat(
            ids(
                query(
                    "SELECT * FROM c WHERE c.lane > 1 ORDER BY c.lane OFFSET @from LIMIT @n",
                    new SqlParameter("@from", 1),
                    new SqlParameter("@n", 2))))
        .containsExactly("p3", "p4");
    for (int i = 0; i < 6; i++) {
      container.createItem(passage("q" + i, "W-1").put("lane", i));
    }
    assertThat(
            ids(
                query(
                    "SELECT * FROM c WHERE c.id != 'p1' ORDER BY c.lane OFFSET 2 LIMIT 3",
                    inPartition("W-1"))))
        .containsExactly("q2", "q3", "q4");
  }

  @Test
  void projects() {
    passages(2);

    assertThat(query("SELECT c.id, c.lane FROM c WHERE c.id = 'p1'"))
        .extracting(JsonNode::toString)
        .containsExactly("{\"id\":\"p1\",\"lane\":1}");
    assertThat(query("SELECT c.id, c.lane AS track, c.none FROM c ORDER BY c.lane"))
        .extracting(JsonNode::toString)
        .containsExactly("{\"id\":\"p0\",\"track\":0}", "{\"id\":\"p1\",\"track\":1}");
    assertThat(values("SELECT VALUE c.id FROM c ORDER BY c.lane DESC", String.class))
        .containsExactly("p1", "p0");
    assertThat(values("SELECT VALUE c.lane FROM c WHERE c.id = 'p1'", Integer.class))
        .containsExactly(1);
    assertThat(ids(query("SELECT VALUE p FROM passages p WHERE p.lane = 1"))).containsExactly("p1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "c.n = 2 | two",
        "c.n != 2 | one three",
        "c.n <> 2 | one three",
        "c.n < 2 | one",
        "c.n <= 2 | one two",
        "c.n > 2 | three",
        "c.n >= 2 | three two",
        "2 <= c.n | three two",
        "c.n = 2.0 | two",
        "c.n > -1e0 AND c.n < 2 | one",
        "c.n = 1 OR c.n = 3 | one three",
        "c.n = 1 OR c.n = 2 AND c.s = 'no' | one",
        "(c.n = 1 OR c.n = 2) AND c.s = 'deux' | two",
        "NOT (c.n = 1) | three two",
        "NOT (c.n = 1 OR c.s = 'deux') | three",
        "NOT IS_DEFINED(c.n) | null word",
        "c.n IN (1, 3) | one three",
        "c.n NOT IN (1, 3) | two",
        "c.s IN ('deux', \"un\") | one two",
        "IS_DEFINED(c.maybe) | null",
        "IS_NULL(c.maybe) | null",
        "c.maybe = null | null",
        "c.flag | one",
        "c.flag = false | two",
        "NOT c.flag | two",
        "c[\"s\"] = \"un\" | one",
        "c.deep.er[0] = 'x' | three",
        "c.s = 'it''s' | syntax",
        "c.w = 'it\\'s \\u00e9' | word",
        "c.n < 'a' |",
        "c.flag > 0 |",
        "true | null one three two word",
        "false OR c.n = 1 | one",
      })
  void filters(String condition, String expected) {
    container.createItem(passage("one", "W-1").put("n", 1).put("s", "un").put("flag", true));
    container.createItem(passage("two", "W-2").put("n", 2).put("s", "deux").put("flag", false));
    ObjectNode three = passage("three", "W-3").put("n", 3).put("s", "trois");
    three.putObject("deep").putArray("er").add("x");
    container.createItem(three);
    container.createItem(passage("null", "W-4").putNull("maybe"));
    container.createItem(passage("word", "W-5").put("w", "it's é"));
    String sql = "SELECT * FROM c WHERE " + condition;

    if ("syntax".equals(expected)) {
      assertThat(status(() -> query(sql))).isEqualTo(400);
    } else {
      assertThat(ids(query(sql)).stream().sorted())
          .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }
  }

  @Test
  void takesParametersOfEveryType() {
    container.createItem(passage("1", "W-1").put("n", 1.5).put("b", true).putNull("z"));

    assertThat(
            query(
                "SELECT * FROM c WHERE c.id = @id AND c.n = @n AND c.b = @b AND c.z = @z"
                    + " AND c.plate IN (@x, @plate)",
                new SqlParameter("@id", "1"),
                new SqlParameter("@n", 1.5),
                new SqlParameter("@b", true),
                new SqlParameter("@z", null),
                new SqlParameter("@x", "quote ' \" \\"),
                new SqlParameter("@plate", "W-1")))
        .hasSize(1);
    assertThat(status(() -> query("SELECT * FROM c WHERE c.id = @missing"))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DISTINCT c.lane FROM c",
        "SELECT c.lane, COUNT(1) FROM c GROUP BY c.lane",
        "SELECT COUNT(1) FROM c",
        "SELECT COUNT(1) AS n FROM c",
        "SELECT VALUE COUNT(c.lane) FROM c",
        "SELECT VALUE SUM(c.lane) FROM c",
        "SELECT VALUE MAX(c.lane) FROM c",
        "SELECT * FROM c JOIN t IN c.tolls",
        "SELECT * FROM t IN c.tolls",
        "SELECT * FROM c WHERE c.lane BETWEEN 1 AND 2",
        "SELECT * FROM c WHERE c.plate LIKE 'W%'",
        "SELECT * FROM c WHERE STARTSWITH(c.plate, 'W')",
        "SELECT * FROM c WHERE c.lane + 1 = 2",
        "SELECT * FROM c WHERE c.lane = -c.toll",
        "SELECT * FROM c WHERE NOT c.lane = 1",
        "SELECT * FROM c WHERE other.lane = 1",
        "SELECT * FROM c WHERE EXISTS (SELECT VALUE 1 FROM c)",
        "SELECT * FROM c WHERE COUNT(1) = 1",
        "SELECT * FROM c ORDER BY 1",
        "SELECT * FROM c ORDER BY c",
        "SELECT * FROM c LIMIT 5",
        "SELECT * FROM c WHERE",
        "SELECT * FROM c WHERE c.lane = ",
        "SELECT * FROM c WHERE (c.lane = 1",
        "SELECT * FROM c; SELECT * FROM c",
        "SELECT 1",
        "DELETE FROM c",
        "",
      })
  void refusesWhatItDoesNotKnow(String sql) {
    assertThat(status(() -> query(sql))).isEqualTo(400);
    assertThat(status(() -> query(sql, inPartition("W-1")))).isEqualTo(400);
  }

  @Test
  void answersTheSdksOwnQueries() {
    passages(10);
    container.createItem(passage("q", "W-3"));

    assertThat(ids(container.readAllItems(new PartitionKey("W-3"), ObjectNode.class)))
        .containsExactly("p3", "q");
    assertThat(
            ids(
                container
                    .readMany(
                        List.of(
                            new CosmosItemIdentity(new PartitionKey("W-1"), "p1"),
                            new CosmosItemIdentity(new PartitionKey("W-3"), "q"),
                            new CosmosItemIdentity(new PartitionKey("W-3"), "p3"),
                            new CosmosItemIdentity(new PartitionKey("W-8"), "p8"),
                            new CosmosItemIdentity(new PartitionKey("W-9"), "absent")),
                        ObjectNode.class)
                    .getResults()))
        .containsExactlyInAnyOrder("p1", "q", "p3", "p8");
  }

  @Test
  void endsAPageBeforeItIsTooLarge() {
    String photo = "x".repeat(1024 * 1024);
    for (int i = 0; i < 8; i++) {
      container.createItem(passage("p" + i, "W-1").put("photo", photo));
    }

    List<List<String>> pages = pages("SELECT * FROM c", inPartition("W-1"), 100);

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.stream().flatMap(List::stream))
        .containsExactlyElementsOf(named(IntStream.range(0, 8)));
  }

  @Test
  void keepsContainersApart() {
    database.createContainer(byPlate("other"));
    CosmosContainer other = database.getContainer("other");
    passages(1);

    other.createItem(passage("q", "W-0"));

    assertThat(ids(query("SELECT * FROM c"))).containsExactly("p0");
  }

  @Test
  void refusesATokenThatItDidNotGive() {
    passages(3);

    assertThat(
            status(
                () ->
                    container
                        .queryItems("SELECT * FROM c", inPartition("W-1"), ObjectNode.class)
                        .iterableByPage("nonsense", 1)
                        .iterator()
                        .next()))
        .isEqualTo(400);
  }
}
