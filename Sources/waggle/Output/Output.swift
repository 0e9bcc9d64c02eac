import Glibc

/// Standard output, written in big pieces.
struct Output: ~Copyable {
  /// Nobody reads any more, as after `| head`: no fault of ours, and nothing left to do.
  struct Closed: Error {}

  private var buffer: [UInt8] = []

  /// How many bytes are collected before they are written.
  private static let size = 1 << 16

  /// Adds text.
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
  /// Whether a person sees it at once.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes text as it is; nothing can be done where that fails.
  static func write(_ text: String) {
    try? Outlet(file: STDERR_FILENO).write(Array(text.utf8))
  }
}
