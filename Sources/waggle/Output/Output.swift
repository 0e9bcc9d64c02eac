import Canvas
import Glibc
import Terminal

/// Standard output, written in big pieces.
struct Output: ~Copyable {
  /// Nobody reads any more, as after `| head`: no fault of ours, and nothing left to do.
  struct Closed: Error {}

  private var buffer: [UInt8] = []
  /// The glyphs that a person can be shown there.
  let glyphs = TextStream(STDOUT_FILENO).glyphs

  /// How many bytes are collected before they are written.
  private static let size = 1 << 16

  /// Adds words for a person, in glyphs that they can be shown.
  mutating func tell(_ text: String) throws { try write(glyphs.shown(text: text)) }

  /// Adds text that other programs read as it stands.
  mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.size { try flush() }
  }

  /// Adds a line of JSON.
  mutating func write(_ json: JSON) throws {
    json.write(into: &buffer)
    buffer.append(0x0A)
    if buffer.count >= Self.size { try flush() }
  }

  /// Adds a line that writes its own bytes, without the line feed.
  mutating func writeLine(_ line: (inout [UInt8]) -> Void) throws {
    line(&buffer)
    buffer.append(0x0A)
    if buffer.count >= Self.size { try flush() }
  }

  /// Hands on what was collected.
  mutating func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    do {
      try Outlet(file: STDOUT_FILENO).write(buffer)
    } catch {
      guard error.code != EPIPE else { throw Closed() }
      throw Failure.io("standard output cannot be written: \(error.words)")
    }
  }
}

/// Standard error, for a person.
enum Diagnostics {
  /// What it can show.
  static let stream = TextStream(STDERR_FILENO)

  /// Writes text, in glyphs that can be shown; nothing can be done where that fails.
  static func write(_ text: String) {
    try? Outlet(file: STDERR_FILENO).write(Array(stream.glyphs.shown(text: text).utf8))
  }
}

extension GlyphSet {
  /// A text in these glyphs.
  fileprivate func shown(text: String) -> String {
    self == .unicode ? text : text.map { shown(String($0)) }.joined()
  }
}
