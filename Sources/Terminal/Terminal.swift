internal import CNcurses
public import Canvas

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The person's terminal as a screen to draw canvases on and a source of input.
///
/// The one place that knows ncurses. It belongs to the thread that made it, which is why it is not
/// `Sendable`; there can be one at a time. Whatever ends the process, from `close` to a Swift trap,
/// gives the terminal back as it was.
public final class Terminal {
  /// How many colours it shows: none where NO_COLOR is set or its type has none.
  public let depth: ColorDepth
  /// The glyphs it can show; ASCII where the locale is not UTF-8 or its type is too old.
  public let glyphs: GlyphSet

  private let input: Int32
  private let output: Int32
  private let screen: OpaquePointer
  private let signals: Int32
  private var modes: Modes
  private let painter: any Painting
  private var decoder = InputDecoder()
  private var pending: [Input] = []
  private var isOpen = true

  /// Takes over a terminal and shows an empty screen.
  ///
  /// - Parameters:
  ///   - input: Where keys come from.
  ///   - output: Where the screen is.
  /// - Throws: What is missing; the terminal is then as it was.
  public convenience init(input: Int32 = 0, output: Int32 = 1) throws(TerminalError) {
    try self.init(input: input, output: output, environment: Surroundings(of: Surroundings.process))
  }

  init(
    input: Int32, output: Int32, environment: Surroundings
  ) throws(TerminalError) {
    guard isatty(output) == 1 else { throw .outputIsNoTerminal }
    guard isatty(input) == 1 else { throw .inputIsNoTerminal }
    guard let type = environment.type else { throw .unknownType(nil) }
    let isUTF8 = environment.selectLocale()
    let signals = nc_watch_signals(input, output)
    guard signals >= 0 else { throw .notToBeHad }
    guard let screen = nc_open(type, environment.wantsDirectColour, input, output) else {
      nc_unwatch_signals()
      throw .unknownType(type)
    }
    self.input = input
    self.output = output
    self.screen = screen
    self.signals = signals
    modes = Modes()
    nc_arm_restore(modes.restore, modes.restore.utf8.count)
    nc_hold_errors()
    glyphs = isUTF8 && !environment.isOldType ? .unicode : .ascii
    let palette = Palette(colours: environment.isColourless ? 0 : Int(nc_start_colors()))
    depth = palette.depth
    painter =
      modes.isAddressable
      ? Painter(output: output, glyphs: glyphs, palette: palette, modes: modes)
      : LinePrinter(output: output)
    write(modes.on)
  }

  deinit { close() }

  /// Its size now, in cells; nothing after `close`.
  public var size: Size { isOpen ? Size(Int(nc_columns()), Int(nc_rows())) : Size(0, 0) }

  /// Whether it reports the mouse, which costs the person the terminal's own selecting and copying
  /// unless they hold Shift.
  public var takesMouse: Bool {
    get { modes.takesMouse }
    set {
      guard isOpen, newValue != modes.takesMouse else { return }
      write(modes.off)
      modes.takesMouse = newValue
      write(modes.on)
    }
  }

  /// Gives the terminal back as it was; what is asked of it later does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    write(modes.off)
    nc_close(screen)
    nc_unwatch_signals()
  }

  /// Shows a canvas: sends only what differs from what is shown, and nothing where nothing does.
  ///
  /// What exceeds the screen is cut; what the canvas does not reach is blank.
  public func present(_ canvas: Canvas, theme: Theme) {
    guard isOpen else { return }
    painter.present(canvas, theme: theme, size: size)
  }

  /// The next key, paste, mouse action or resize that has come; nil where none has.
  ///
  /// Never waits for more than the 25 ms that tell Escape from the beginning of a sequence. Take
  /// all before waiting.
  public func nextInput() -> Input? {
    guard isOpen else { return nil }
    handleSignals()
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if let input = decoder.next() { return input }
      let unit = read()
      decoder.feed(unit, at: nc_milliseconds())
      if unit == .pause, pending.isEmpty { return decoder.next() }
    }
  }

  /// One unit of input; a pause where there is none, and after a resize, which is pending then.
  private func read() -> InputDecoder.Unit {
    var value: UInt32 = 0
    while true {
      switch nc_read(&value) {
      case NC_SCALAR:
        if let scalar = Unicode.Scalar(value) { return .scalar(scalar) }
      case NC_KEY where value == UInt32(KEY_RESIZE):
        painter.forget()
        pending.append(.resize(size))
        return .pause
      case NC_KEY:
        if let key = KeyTable.code(Int32(bitPattern: value)) { return .key(key) }
      default: return .pause
      }
    }
  }

  private func write(_ text: String) { _ = nc_write(output, text, text.utf8.count) }
}

// MARK: Waiting and stopping

extension Terminal {
  /// Why `wait` returned.
  public struct Wake: OptionSet, Sendable, Hashable {
    /// One bit a reason.
    public let rawValue: Int
    /// Creates a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// There may be input: call `nextInput` until it gives nil.
    public static let input = Wake(rawValue: 1)
    /// There is something to read on the descriptor.
    public static let descriptor = Wake(rawValue: 2)
    /// The terminal is gone; nothing will come from it any more.
    public static let gone = Wake(rawValue: 8)
  }

  /// Waits for input, for something to read on a descriptor, or for some time.
  ///
  /// - Parameters:
  ///   - wakeDescriptor: Where others wake this thread, read by nobody here; -1 for none.
  ///   - timeoutMilliseconds: How long at most; nil waits for ever.
  /// - Returns: What happened; empty when the time has passed.
  public func wait(wakeDescriptor: Int32 = -1, timeoutMilliseconds: Int? = nil) -> Wake {
    guard isOpen else { return .gone }
    if !pending.isEmpty { return .input }
    var timeout = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let deadline = decoder.deadline.map { Int32(clamping: max(0, $0 - nc_milliseconds())) }
    let isForDecoder = deadline.map { timeout < 0 || $0 < timeout } ?? false
    if let deadline, isForDecoder { timeout = deadline }
    let bits = nc_wait(input, wakeDescriptor, signals, timeout)
    var wake = Wake(rawValue: Int(bits & 0b1011))
    // A signal, or a sequence that has stood open too long, shows when input is asked for.
    if bits & 4 != 0 || bits == 0 && isForDecoder { wake.insert(.input) }
    return wake
  }

  /// Gives the terminal to the shell, as Ctrl-Z does, and takes it back when the shell lets this
  /// process go on.
  public func suspend() {
    guard isOpen else { return }
    write(modes.off)
    nc_leave()
    nc_set_armed(false)
    nc_stop_process()
    nc_set_armed(true)
    takeBack()
  }

  /// Draws all again on a terminal that others have used, and has the person's program do so.
  private func takeBack() {
    nc_repaint()
    nc_refresh()
    write(modes.on)
    painter.forget()
    pending.append(.resize(size))
  }

  private func handleSignals() {
    switch UInt8(bitPattern: nc_take_signal()) {
    case UInt8(ascii: "Z"):
      suspend()
      // The signal that let this process go on has told of itself as well.
      _ = nc_take_signal()
    case UInt8(ascii: "C"):
      // Stopped by SIGSTOP and let go: the shell has changed the settings meanwhile.
      nc_leave()
      takeBack()
    default: break
    }
  }
}
