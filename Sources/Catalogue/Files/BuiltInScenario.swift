/// A scenario file that is part of the program.
public struct BuiltInScenario: Sendable, Hashable, Identifiable, CustomStringConvertible {
  /// The name, such as `bee-bike`.
  public let name: String
  /// The text of the file.
  public let text: String

  /// The name.
  public var id: String { name }

  /// The name.
  public var description: String { name }

  /// The name that messages give the file.
  public var file: String { name + ".toml" }

  /// One line for lists.
  public var summary: String { (try? scenario().summary) ?? "" }

  /// The scenario, with the values of `--set`.
  public func scenario(overrides: [Override] = []) throws(InputError) -> Scenario {
    try ScenarioFile.parse(text, file: file, overrides: overrides)
  }

  fileprivate init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.text = String(decoding: bytes, as: UTF8.self)
  }
}

/// The scenarios that are part of the program.
public enum BuiltInScenarios {
  /// Every one, the default first.
  public static let all = [
    BuiltInScenario("bee-bike", PackageResources.bee_bike_toml),
    BuiltInScenario("newcomer", PackageResources.newcomer_toml),
    BuiltInScenario("busy-day", PackageResources.busy_day_toml),
  ]

  /// The one with a name, or nil.
  public static func named(_ name: String) -> BuiltInScenario? { all.first { $0.name == name } }

  /// The scenario that a person asks for: a built-in one by name, else a file by path.
  public static func open(
    _ nameOrPath: String, overrides: [Override] = []
  ) throws(InputError) -> Scenario {
    if let known = named(nameOrPath) { return try known.scenario(overrides: overrides) }
    do {
      return try ScenarioFile.read(path: nameOrPath, overrides: overrides)
    } catch {
      guard error.kind == .unreadable, nameOrPath.isName else { throw error }
      let names = all.map(\.name)
      let near = Nearest.word(to: nameOrPath, among: names)
      throw InputError(
        .unreadable, at: error.place,
        expected: "a scenario file or one of: \(names.joined(separator: ", "))",
        found: error.found, mend: near.map { "did you mean \($0)?" } ?? "")
    }
  }
}
