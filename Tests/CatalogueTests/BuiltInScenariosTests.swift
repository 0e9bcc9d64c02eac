import Catalogue
import Testing

@Suite("Built-in scenarios")
struct BuiltInScenariosTests {
  @Test("every one parses under its own name and says what it is", arguments: BuiltInScenarios.all)
  func parses(_ builtIn: BuiltInScenario) throws {
    let scenario = try builtIn.scenario()
    #expect(scenario.name == builtIn.name)
    #expect(!builtIn.summary.isEmpty)
  }
}
