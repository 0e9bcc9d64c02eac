#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of a file or a pipe, read in pieces: memory is that of the longest line.
final class ByteLines {
  /// What messages call it.
  let name: String
  /// The number of the line that was read last, 1 the first; 0 before it.
  private(set) var number = 0

  private let file: Int32
  private let isOwned: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  /// What was read and not handed on: `start ..< end` of the buffer.
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// The most bytes of a line: a caption of ten megabytes fits, with every quotation mark escaped.
  static let longest = 32_000_000

  /// Opens a file; standard input where the path is `-`.
  init(path: String) throws(InputError) {
    let isInput = path == "-"
    name = isInput ? "standard input" : path
    isOwned = !isInput
    file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable() }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw unreadable() }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable("a folder") }
  }

  deinit {
    if isOwned, file >= 0 { close(file) }
  }

  /// Hands on the next line without its line feed; nil at the end.
  func next<R>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(InputError) -> R
  ) throws(InputError) -> R? {
    guard let range = try nextRange() else { return nil }
    number += 1
    return try buffer.withUnsafeBufferPointer { bytes throws(InputError) in
      try body(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// The first bytes that are neither blank nor a byte order mark, at most two; nothing of them is
  /// used up.
  func opening() throws(InputError) -> [UInt8] {
    while true {
      let bytes = buffer[start..<end]
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
      let first = body.drop { [.space, .tab, .lineFeed, .carriageReturn].contains($0) }
      if first.count >= 2 || isAtEnd || bytes.count > 1 << 16 { return Array(first.prefix(2)) }
      try readMore()
    }
  }

  /// Everything that is left, up to a number of bytes and one more.
  func rest(atMost limit: Int) throws(InputError) -> [UInt8] {
    while !isAtEnd, end - start <= limit { try readMore() }
    defer { start = end }
    return Array(buffer[start..<end].prefix(limit + 1))
  }

  /// Whether the next line is not there yet, and nobody knows when it comes.
  var wouldWait: Bool {
    guard !isAtEnd, !buffer[start..<end].contains(.lineFeed) else { return false }
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 0
  }

  /// Where the next line stands in the buffer.
  private func nextRange() throws(InputError) -> Range<Int>? {
    var searched = start
    while true {
      if let feed = lineFeed(from: searched) {
        defer { start = feed + 1 }
        return start..<feed
      }
      if isAtEnd {
        guard start < end else { return nil }
        defer { start = end }
        return start..<end
      }
      let scanned = end - start
      guard scanned <= Self.longest else {
        throw InputError(
          at: .file(name, line: number + 1),
          expected: "a line of at most \(Self.longest.grouped) bytes", found: "a longer one")
      }
      try readMore()
      searched = start + scanned
    }
  }

  private func lineFeed(from: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, from < end,
        let found = memchr(base + from, Int32(UInt8.lineFeed), end - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Reads what there is, after what is not handed on yet.
  private func readMore() throws(InputError) {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        _ = memmove(base, base + start, end - start)
      }
      (start, end) = (0, end - start)
    }
    if end == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        let free = UnsafeMutableRawBufferPointer(rebasing: bytes[end...])
        return read(file, free.baseAddress, free.count)
      }
      if count >= 0 {
        end += count
        isAtEnd = count == 0
        return
      }
      guard errno == EINTR else { throw unreadable() }
    }
  }

  private func unreadable(_ why: String? = nil) -> InputError {
    InputError(
      .unreadable, at: .file(name, line: nil), expected: "a file that can be read",
      found: why ?? String(cString: strerror(errno)))
  }
}
