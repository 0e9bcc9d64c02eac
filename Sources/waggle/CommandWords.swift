import ArgumentParser
import Catalogue
import Glibc

/// The words of the command line, before they are parsed.
struct CommandWords {
  /// As they were given, without the program's name.
  let words: [String]

  /// The words, with each negative number joined to its option, as in `--seed=-1`.
  ///
  /// No option is called `-1`, so a number is meant; parsed by itself it would be a missing value,
  /// and nobody would be told which values may be.
  var joined: [String] {
    var joined: [String] = []
    let end = words.firstIndex(of: "--") ?? words.count
    for (place, word) in words.enumerated() {
      if place < end, word.hasPrefix("-"), word.utf8.dropFirst().first.map(Self.begins) ?? false,
        let option = joined.last, option.hasPrefix("--"), !option.contains("=")
      {
        joined[joined.count - 1] = option + "=" + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// Whether a number without its sign may begin with a byte.
  private static func begins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Refuses the name of a command that there is none of, and names those that there are.
  func check() throws {
    var command: any ParsableCommand.Type = Waggle.self
    var path = "waggle"
    let isHelp = words.first == "help"
    for word in words.dropFirst(isHelp ? 1 : 0) {
      let below = command.configuration.subcommands
      guard !below.isEmpty, !word.hasPrefix("-") else { return }
      if let next = below.first(where: { $0._commandName == word }) {
        command = next
        path = path == "waggle" ? word : path + " " + word
        continue
      }
      let names = below.map { $0._commandName }
      guard command == Waggle.self, !isHelp else {
        throw Self.unknown(word, to: path, commands: names)
      }
      guard !Self.mayBeScenario(word) else { return }
      throw Self.unknown(
        word, to: path, commands: names, scenarios: BuiltInScenarios.all.map(\.name))
    }
  }

  /// Whether it is a scenario, or could only be meant for one.
  private static func mayBeScenario(_ word: String) -> Bool {
    BuiltInScenarios.named(word) != nil || word.contains("/") || word.contains(".")
      || access(word, F_OK) == 0
  }

  private static func unknown(
    _ word: String, to path: String, commands: [String], scenarios: [String] = []
  ) -> Failure {
    let near = Nearest.word(to: word, among: commands + scenarios)
    let guess = near.map { "; did you mean \($0)?" } ?? ";"
    let known = "commands are " + commands.joined(separator: ", ")
    guard !scenarios.isEmpty else {
      return .usage("\(path) has no command “\(word)”\(guess) \(known)")
    }
    return .usage(
      "“\(word)” is no command, scenario or file\(guess) \(known); scenarios are "
        + scenarios.joined(separator: ", "))
  }
}
