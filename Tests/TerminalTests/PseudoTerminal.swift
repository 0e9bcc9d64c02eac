import Canvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal for tests: what a program does at one end is read, and typed, at the other.
final class PseudoTerminal {
  /// The end that the test holds.
  let master: Int32
  /// The end that the program takes for its terminal; the test keeps it open too.
  let slave: Int32
  /// The name of that end.
  let name: String

  init?(_ size: Size) {
    // Swift's view of the C library lacks posix_openpt; these are what it does on Linux.
    let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var (no, place): (Int32, Int32) = (0, 0)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0, ioctl(master, unlock, &no) == 0, ioctl(master, number, &place) == 0
    else { return nil }
    name = "/dev/pts/\(place)"
    slave = open(name, O_RDWR | O_NOCTTY)
    guard slave >= 0 else { return nil }
    resize(size)
  }

  deinit {
    close(master)
    close(slave)
  }

  func resize(_ size: Size) {
    var window = winsize()
    window.ws_row = UInt16(size.height)
    window.ws_col = UInt16(size.width)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  func type(_ text: String) {
    _ = text.withCString { write(master, $0, strlen($0)) }
  }

  /// The settings that decide whether a shell would work: echo, lines, signals, flow control.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(slave, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  /// All that was sent to the terminal so far and not read yet.
  ///
  /// A mark of our own goes after it, so nothing is missed however slowly it gets through.
  func sent() -> [UInt8] {
    let mark = Array("\u{1B}]mark\u{7}".utf8)
    _ = write(slave, mark, mark.count)
    var bytes: [UInt8] = []
    for _ in 0..<1000 where !bytes.suffix(mark.count).elementsEqual(mark) {
      bytes += read(quiet: 10)
    }
    return bytes.dropLast(mark.count)
  }

  /// What has arrived, and what arrives until so many milliseconds have passed without anything.
  func read(quiet: Int32 = 20) -> [UInt8] {
    var result: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, quiet) > 0, file.revents & Int16(POLLIN) != 0 else { return result }
      let count = Glibc.read(master, &bytes, bytes.count)
      guard count > 0 else { return result }
      result += bytes.prefix(count)
    }
  }

  /// Reads until a text has arrived, ten seconds at most.
  func read(until text: String) -> [UInt8] {
    var result: [UInt8] = []
    for _ in 0..<500 {
      result += read(quiet: 20)
      if String(decoding: result, as: UTF8.self).contains(text) { return result }
    }
    return result
  }
}
