import Foundation

/// `swift run -c release benchmarks [--json]`: ratios and orders of magnitude, no pass or fail,
/// except that the C bound must count what the engine counts.

let arguments = CommandLine.arguments.dropFirst()
if let unknown = arguments.first(where: { $0 != "--json" }) {
  FileHandle.standardError.write(
    Data("benchmarks: “\(unknown)” is not known\nusage: benchmarks [--json]\n".utf8))
  exit(64)
}

do {
  let view = ViewBenchmark()
  var lines: [Line] = []
  for topics in [1, 3] {
    for population in [1_000_000, 1_000_000_000] {
      lines += try view.lines(population: population, topics: topics)
    }
  }
  lines += NumPyPeer().lines()
  lines.append(try VideoBenchmark().line(population: 10_000_000))
  lines.append(try VideoBenchmark().line(population: 1_000_000_000))
  lines += SurveyBenchmark().lines()
  lines += try ForkBenchmark().lines()
  lines += try FrameBenchmark().lines()
  lines += try JournalBenchmark().lines()
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
