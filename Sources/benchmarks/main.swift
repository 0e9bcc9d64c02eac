import Foundation

/// `swift run -c release benchmarks [--json] [PART…]`: ratios and orders of magnitude, no pass or
/// fail, except that the C bound must count what the engine counts.

let parts: [(name: String, lines: () throws -> [Line])] = [
  (
    "view",
    {
      let view = ViewBenchmark()
      return try [1, 3].flatMap { topics in
        try [1_000_000, 1_000_000_000].flatMap {
          try view.lines(population: $0, topics: topics)
        }
      }
    }
  ),
  ("numpy", { NumPyPeer().lines() }),
  (
    "video",
    { try [10_000_000, 1_000_000_000].map { try VideoBenchmark().line(population: $0) } }
  ),
  ("survey", { SurveyBenchmark().lines() }),
  ("fork", { try ForkBenchmark().lines() }),
  ("frame", { try FrameBenchmark().lines() }),
  ("journal", { try JournalBenchmark().lines() }),
  ("reading", { try ReadingBenchmark().lines() }),
]

let arguments = CommandLine.arguments.dropFirst()
let wanted = arguments.filter { $0 != "--json" }
if let unknown = wanted.first(where: { word in !parts.contains { $0.name == word } }) {
  let names = parts.map(\.name).joined(separator: "|")
  FileHandle.standardError.write(
    Data(
      """
      benchmarks: “\(unknown)” is not known
      usage: benchmarks [--json] [\(names)]…\n
      """.utf8))
  exit(64)
}

do {
  var lines: [Line] = []
  for part in parts where wanted.isEmpty || wanted.contains(part.name) {
    lines += try part.lines()
  }
  if arguments.contains("--json") {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    print(String(decoding: try encoder.encode(lines), as: UTF8.self))
  } else {
    print("Processor time of one core; repeats take turns.\n")
    print(Table(lines: lines).text)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
