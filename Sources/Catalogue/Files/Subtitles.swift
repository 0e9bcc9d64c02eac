/// A stretch of what is said, with its time in the video.
public struct Cue: Sendable, Hashable {
  /// Seconds from the beginning of the video.
  public var start: Double
  /// Seconds; not before `start`.
  public var end: Double
  /// What is said, without tags and styling; lines are parted by `\n`.
  public var text: String

  /// Creates a cue.
  public init(start: Double, end: Double, text: String) {
    self.start = start
    self.end = end
    self.text = text
  }
}

extension Cue {
  /// Adds a line.
  fileprivate mutating func say(_ line: String) {
    guard !line.isEmpty else { return }
    if !text.isEmpty { text.unicodeScalars.append("\n") }
    text += line
  }
}

/// Subtitle files: SubRip (`.srt`) and WebVTT (`.vtt`).
///
/// Both are read by what they share: a line with an arrow between two times, and text up to the
/// next empty line. Whatever has no such line (numbers, headers, notes, styles) is passed over.
public enum Subtitles {
  /// The most cues of one file.
  static let mostCues = 50_000

  /// Reads subtitles.
  ///
  /// Times have hours or not, and a comma or a point before the milliseconds. Time and space are linear in the text.
  public static func parse(_ text: String, file: String) throws(InputError) -> [Cue] {
    var cues: [Cue] = []
    var open: Cue?
    var bytes = text.utf8[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var number = 0
    while !bytes.isEmpty {
      number += 1
      let line = nextLine(of: &bytes)
      if line.utf8.contains(0) {
        throw InputError(
          at: .file(file, line: number), expected: "text", found: "a NUL character")
      }
      if let times = try times(line, file: file, number: number) {
        close(&open, into: &cues)
        open = Cue(start: times.start, end: times.end, text: "")
      } else if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        close(&open, into: &cues)
      } else if open != nil {
        open?.say(CueText.plain(line))
      }
      guard cues.count <= mostCues else {
        throw InputError(
          at: .file(file, line: number), expected: "at most \(mostCues.grouped) cues",
          found: "more")
      }
    }
    close(&open, into: &cues)
    guard !cues.isEmpty else {
      throw InputError(
        at: .file(file, line: nil), expected: "subtitles", found: "no cue",
        mend: "write 00:00:01,000 --> 00:00:03,500 and below it what is said")
    }
    return cues
  }

  private static func close(_ open: inout Cue?, into cues: inout [Cue]) {
    if let cue = open, !cue.text.isEmpty { cues.append(cue) }
    open = nil
  }

  /// Takes a line off the front; `\n`, `\r\n` and `\r` end one.
  private static func nextLine(of bytes: inout Substring.UTF8View) -> Substring {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    bytes = bytes[line.endIndex...]
    if bytes.popFirst() == 0x0D, bytes.first == 0x0A { bytes.removeFirst() }
    return Substring(line)
  }

  /// The times of a cue's first line, or nil where it is another line.
  private static func times(
    _ line: Substring, file: String, number: Int
  ) throws(InputError) -> (start: Double, end: Double)? {
    guard let arrow = arrow(in: line) else { return nil }
    var before = line.utf8[..<arrow].drop(while: isBlank)
    var after = line.utf8[arrow...].dropFirst(3).drop(while: isBlank)
    guard let start = time(&before), before.allSatisfy(isBlank), let end = time(&after),
      end >= start
    else {
      throw InputError(
        at: .file(file, line: number), expected: "two times, the earlier first",
        found: String(line).quoted, mend: "write 00:00:01,000 --> 00:00:03,500")
    }
    return (start, end)
  }

  /// Where the arrow between two times stands: nothing but a time may stand before it.
  private static func arrow(in line: Substring) -> Substring.Index? {
    let head = line.utf8.prefix { $0.isDigit || isBlank($0) || [0x2C, 0x2E, 0x3A].contains($0) }
    guard head.contains(where: \.isDigit),
      line.utf8[head.endIndex...].starts(with: "-->".utf8)
    else { return nil }
    return head.endIndex
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

  /// Takes `1:02:03,450` or `02:03.45` off the front, in seconds, at most 100 hours.
  private static func time(_ rest: inout Substring.UTF8View) -> Double? {
    var parts: [Int] = []
    repeat {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...4).contains(digits.count), let part = Int(Substring(digits)) else { return nil }
      parts.append(part)
      rest = rest[digits.endIndex...]
      guard rest.first == 0x3A else { break }
      rest = rest.dropFirst()
    } while parts.count < 3
    guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    let seconds = parts.reduce(0) { $0 * 60 + $1 }
    guard seconds <= 360_000 else { return nil }
    guard rest.first == 0x2C || rest.first == 0x2E else { return Double(seconds) }
    let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count), let part = Int(Substring(digits)) else { return nil }
    rest = rest[digits.endIndex...]
    let scale = digits.reduce(1) { scale, _ in scale * 10 }
    return Double(seconds) + Double(part) / Double(scale)
  }
}

extension [Cue] {
  /// What is said, in one text.
  ///
  /// Lines that only roll on from one cue to the next, as machines make them, are said once.
  public var plainText: String {
    var text = ""
    var before: [Substring] = []
    for cue in self {
      let lines = cue.text.split(separator: "\n")
      // Nobody shows more lines at once; the limit keeps this linear.
      let longest = Swift.min(before.count, lines.count, 4)
      let rolled = (0...longest).last { before.suffix($0) == lines.prefix($0) } ?? 0
      for line in lines.dropFirst(rolled) {
        if !text.isEmpty { text.unicodeScalars.append(" ") }
        text += line
      }
      before = lines
    }
    return text
  }
}
