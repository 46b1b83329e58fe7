package com.contoso.tollbooth.azure.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.contoso.tollbooth.azure.infra.BicepToken.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whether the templates hang together, as far as that shows without Azure's compiler. */
class BicepTests {
  static List<Path> files() {
    return Repository.files(Repository.INFRA, ".bicep", ".bicepparam");
  }

  @Test
  void looksAtEveryFile() {
    assertThat(files())
        .contains(Repository.INFRA.resolve("main.bicep"))
        .contains(Repository.INFRA.resolve("main.dev.bicepparam"))
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("files")
  void closesWhatItOpens(Path file) {
    assertThatCode(() -> BicepFile.read(file)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesEachModuleWhatItDeclares(Path file) {
    assertThat(ModuleCheck.faults(BicepFile.read(file))).isEmpty();
  }

  @Test
  void usesEveryModule() {
    assertThat(
            Repository.template("main.bicep").all("module").stream()
                .map(module -> Repository.INFRA.resolve(module.target())))
        .containsExactlyInAnyOrderElementsOf(
            Repository.files(Repository.INFRA.resolve("modules"), ".bicep"));
  }

  @Test
  void givesAzdWhatMainDeclares() {
    BicepFile main = Repository.template("main.bicep");
    var given =
        JsonMapper.shared()
            .readTree(Repository.text(Repository.INFRA.resolve("main.parameters.json")))
            .path("parameters")
            .propertyNames();

    assertThat(given)
        .containsAll(main.names("param", it -> !it.optional()))
        .isSubsetOf(main.names("param", any -> true));
  }

  static Stream<Arguments> unbalanced() {
    return Stream.of(
        Arguments.of("var a = {\n  b: 1\n", "line 1: '{' is never closed"),
        Arguments.of("var a = [\n  f(1\n]", "line 3: ']' closes nothing"),
        Arguments.of("var a = (1 + 2]", "line 1: ']' closes nothing"),
        Arguments.of("var a = 1\n}", "line 2: '}' closes nothing"),
        Arguments.of("var a = 'one\nvar b = 'two'", "line 1: a string is never closed"),
        Arguments.of("var a = 'it\\'s", "line 1: a string is never closed"),
        Arguments.of("var a = '${b'\n", "line 1: a string is never closed"),
        Arguments.of("var a = '${f('x')", "line 1: '${' is never closed"),
        Arguments.of("var a = '${f(b}'", "line 1: '}' closes nothing"),
        Arguments.of("var a = '${", "line 1: '${' is never closed"),
        Arguments.of("var a = '''\none''", "line 1: a string of many lines is never closed"),
        Arguments.of("\n/* var a = 1", "line 2: a comment is never closed"),
        Arguments.of("var a = \"one\"", "line 1: a string stands in single quotes"),
        Arguments.of("var a = 'C:\\dir'", "line 1: '\\d' is no escape"),
        Arguments.of("var a = {\n  b 1\n}", "line 2: ':' is missing after b"),
        Arguments.of("var a = {\n  b: 1\n  b: 2\n}", "line 3: b is there twice"),
        Arguments.of("var a =\n", "line 1: a value is missing"));
  }

  @ParameterizedTest
  @MethodSource("unbalanced")
  void reportsWhatIsNotClosed(String source, String fault) {
    assertThatThrownBy(() -> BicepParser.parse(source))
        .isInstanceOf(BicepFault.class)
        .hasMessage(fault);
  }

  @Test
  void leavesBracketsInStringsAndCommentsAlone() {
    String source =
        """
        // a { that ' is never closed
        /* nor [ this
           " */
        var a = 'it\\'s } \\${ ] ${f('${b['c']}')} $ )'
        var d = '''
          { ' [
        '''
        """;

    assertThat(BicepScanner.scan(source))
        .filteredOn(token -> token.kind() == Kind.TEXT)
        .extracting(BicepToken::text, BicepToken::line)
        .containsExactly(
            tuple("it\\'s } \\${ ] ${f('${b['c']}')} $ )", 4), tuple("\n  { ' [\n", 5));
  }

  @Test
  void readsWhatIsDeclared(@TempDir Path folder) throws IOException {
    String source =
        """
        @description('one, (two')
        @allowed(['x', 'y'])
        param kind string = 'x'
        param maybe int?
        var base = 'q'
        resource r 'Some/thing@1' = if (kind == 'x') {
          name: 'n-${base}'
          tags: union(tags, { a: 'b' })
          resource child 'part' = [
            for item in ['p', base]: {
              name: item
            }
          ]
          list: ['a', { b: 1, c: true }]
        }
        """;

    BicepFile file = BicepFile.read(Files.writeString(folder.resolve("it.bicep"), source));

    assertThat(file.names("param", BicepDeclaration::optional)).containsExactly("kind", "maybe");
    assertThat(file.declarations().getLast().target()).isEqualTo("Some/thing@1");
    BicepValue resource = file.value("resource", "r");
    assertThat(resource.get("tags").text()).isEqualTo("union(tags, { a: 'b' })");
    assertThat(resource.get("list").items().getLast().get("c").text()).isEqualTo("true");
    assertThat(file.namesMadeBy(resource.get("resource child"))).containsOnly("p", "q");
    assertThat(file.namesMadeBy(resource)).containsOnly("n-q");
  }

  static final String MODULE =
      """
      param name string
      param size int = 1
      @description('with a decorator')
      param tags object
      output id string = name
      """;

  static Stream<Arguments> modules() {
    return Stream.of(
        Arguments.of("params: { name: 'n', tags: {} }", List.of()),
        Arguments.of("params: { name: 'n', size: 2, tags: {} }", List.of()),
        Arguments.of("params: { name: 'n' }", List.of("is not given tags")),
        Arguments.of("scope: here", List.of("is not given name", "is not given tags")),
        Arguments.of(
            "params: { name: 'n', tags: {}, siz: 2, colour: 'red' }",
            List.of("declares no colour", "declares no siz")));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void reportsWhatAModuleIsNotGivenOrDoesNotDeclare(
      String body, List<String> faults, @TempDir Path folder) throws IOException {
    Map<String, String> sources =
        Map.of("part.bicep", MODULE, "main.bicep", "module part 'part.bicep' = { " + body + " }");

    assertThat(faults(folder, sources))
        .containsExactlyElementsOf(
            faults.stream().map("main.bicep, line 1: part.bicep "::concat).toList());
  }

  @Test
  void reportsFilesAndOutputsThatAreNotThere(@TempDir Path folder) throws IOException {
    String main =
        """
        module gone 'gone.bicep' = { params: {} }
        module part 'part.bicep' = if (ready) { params: { name: 'n', tags: {} } }
        output id string = '${part.outputs.id}${part.outputs.nothing}'
        """;

    assertThat(faults(folder, Map.of("part.bicep", MODULE, "main.bicep", main)))
        .containsExactly(
            "main.bicep, line 1: gone.bicep does not exist",
            "main.bicep, line 2: part.bicep has no output nothing");
  }

  @Test
  void reportsWhatAParameterFileLeavesOutOrMakesUp(@TempDir Path folder) throws IOException {
    String parameters = "using 'part.bicep'\n\nparam name = 'n'\nparam sizes = 3\n";
    Files.writeString(folder.resolve("part.bicep"), MODULE);
    Path file = Files.writeString(folder.resolve("main.bicepparam"), parameters);

    assertThat(ModuleCheck.faults(BicepFile.read(file)))
        .containsExactly(
            "main.bicepparam, line 1: part.bicep is not given tags",
            "main.bicepparam, line 1: part.bicep declares no sizes");
  }

  private static List<String> faults(Path folder, Map<String, String> sources) throws IOException {
    for (var source : sources.entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue());
    }
    return ModuleCheck.faults(BicepFile.read(folder.resolve("main.bicep")));
  }
}
