import Catalogue
import FoundationEssentials
import Readers

/// Review and recognition of uploads of about thirty words, and what loading both models takes.
///
/// The uploads are made of the corpus's plain lines, one after another, so that their words and
/// their order are as people write; without the repository's folder there is nothing to read.
struct ReadingBenchmark {
  static let folder = "Sources/Readers/Corpus/topics"
  static let uploads = 20_000
  static let words = 30
  static let repeats = 11

  /// Thousands of uploads a second, and milliseconds of loading.
  func lines() throws -> [Line] {
    var loads: [Double] = []
    for _ in 0..<Self.repeats {
      loads.append(try Stopwatch.measure { _ = try Reader.shipped() } / 1e6)
    }
    var lines = [
      Line(
        name: "loading both models", unit: "ms", value: Spread(loads), ratio: nil,
        note: "read where they are mapped; budget 10")
    ]
    let uploads = made()
    guard !uploads.isEmpty else {
      lines.append(
        Line(
          name: "review and recognition", unit: "", value: nil, ratio: nil,
          note: "skipped: \(Self.folder) is not here"))
      return lines
    }
    let reader = try Reader.shipped()
    for (name, kind) in [
      ("review and recognition of an upload", nil), ("  review alone", ModelKind.review),
      ("  recognition alone", .topics),
    ] {
      var found = 0
      let speeds = (0..<Self.repeats).map { _ in
        let time = Stopwatch.measure {
          for upload in uploads { found += reader.read(upload, by: kind).policies.count }
        }
        return Double(uploads.count) / (time / 1e9)
      }
      lines.append(
        Line(
          name: name, unit: "1/s", value: Spread(speeds), ratio: nil,
          note: kind == nil ? "\(Self.words) words each, one core; budget 50,000" : ""))
      // What is read must be used, or nothing need be read.
      if found < 0 { lines.removeAll() }
    }
    return lines
  }

  /// Uploads whose caption and transcript share about thirty words.
  private func made() -> [Upload] {
    var texts: [String] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".txt") {
      guard let data = FileManager.default.contents(atPath: Self.folder + "/" + name) else {
        continue
      }
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n")
      where !line.contains(where: { "#[]{}=|".contains($0) }) && line.contains(" ") {
        texts.append(String(line))
      }
    }
    guard !texts.isEmpty else { return [] }
    var next = 0
    /// Lines of one topic after another, up to a number of words.
    func text(of words: Int) -> String {
      var text = ""
      while text.split(separator: " ").count < words {
        text += (text.isEmpty ? "" : " ") + texts[next % texts.count]
        next += 1
      }
      return text.split(separator: " ").prefix(words).joined(separator: " ")
    }
    return (0..<Self.uploads).map { number in
      let caption = text(of: Self.words / 3)
      return Upload(
        id: "reading \(number)", creator: "bart", platform: "for-you", caption: caption,
        transcript: text(of: Self.words - Self.words / 3))
    }
  }
}
