import Catalogue

/// A scenario file that uses every key once, one key a line.
enum Sample {
  static let lines = """
    name = "sample"
    summary = "Everything once"
    seed = 11
    start = 2017-06-14T18:42:00Z
    star = "loaf"
    [review]
    doubt-from = 0.2
    remove-from = 0.9
    [platform.zeta]
    name = "Zeta"
    population = 20_000
    zones = [{ offset = 2, share = 0.75 }, { offset = -5, share = 0.25 }]
    rule = "wilson"
    \(settings)
    [platform.alpha]
    [creator.anna]
    followers = 12
    [creator.bert]
    [upload.loaf]
    creator = "anna"
    platform = "alpha"
    at = "2h30m"
    caption = "A loaf"
    transcript = "I bake a loaf"
    on-screen-text = "24 hours"
    hashtags = ["baking", "#bread"]
    sound = "oven"
    duration = 42.5
    concerns-minors = false
    [upload.loaf.cross-post]
    platform = "zeta"
    after-gate = 3
    delay = "6h"
    [upload.loaf.truth]
    appeal = 0.4
    like = 0.06
    comment = 0.002
    forward = 0.004
    save = 0.005
    click-through = 0.02
    follow = 0.001
    topics = { "food/baking" = 0.3, "food/cooking" = 0.7 }
    breaks = "DRU"
    [upload.loaf.reading]
    topics = { "food/baking" = 0.9 }
    policies = { DRU = 0.1, WPN = 0.4 }
    [upload.echo]
    creator = "bert"
    at = 2017-06-14T19:00:00Z
    same-content-as = "loaf"
    [background]
    platform = "alpha"
    per-hour = 2.5
    hours = 24
    uploads-per-creator = 3
    appeal-spread = 0.25
    median-followers = 90
    followers-spread = 1.5
    skill-correlation = 0.4
    illegal-share = 0.01
    """.split(separator: "\n").map(String.init)

  /// Every setting, a step above its lowest value.
  private static let settings = Setting.all.map {
    "\($0.id) = \($0.range.lowerBound + $0.step)"
  }.joined(separator: "\n")

  static let text = lines.joined(separator: "\n")

  /// The places of the lines that give a key a value.
  static let pairs = lines.indices.filter { lines[$0].contains(" = ") }

  /// The text with other words in one line.
  static func replacing(line: Int, with text: String) -> String {
    var lines = lines
    lines[line] = text
    return lines.joined(separator: "\n")
  }

  /// What parsing a text ends with, or nil where it succeeds.
  static func failure(_ text: String, _ overrides: [Override] = []) -> InputError? {
    do {
      _ = try ScenarioFile.parse(text, file: "sample.toml", overrides: overrides)
      return nil
    } catch {
      return error
    }
  }
}

/// The least that a scenario file must say, and more behind it.
func minimal(_ more: String) -> String {
  "name = \"least\"\n[platform.here]\n[creator.anna]\n" + more
}

extension InputError {
  /// The line of the file, where it is known.
  var line: Int? {
    if case .file(_, let line) = place { line } else { nil }
  }
}
