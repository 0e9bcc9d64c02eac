internal import Canvas

/// Turns what a terminal sends into keys, pastes and mouse actions, and swallows its replies.
///
/// A value without any I/O: it is told scalars, keys that ncurses knows, and when nothing more was
/// to be read. Replies (`CSI … R c n y t u`, OSC, DCS, APC, PM), focus reports and keys with Alt
/// give nothing, whether they come in one piece or in several.
struct InputDecoder {
  /// What the terminal sent.
  enum Unit: Equatable {
    /// A character.
    case scalar(Unicode.Scalar)
    /// A key that was decoded already.
    case key(Key)
    /// Nothing more is to be read now.
    case pause
  }

  /// The most bytes of a paste; what exceeds them is dropped.
  static let longestPaste = 1_000_000
  /// How long an unfinished sequence or a paste may stand still before it is taken for finished.
  static let patience: Int64 = 1000
  /// How soon after Escape a `[` can belong to a reply that came in two pieces.
  static let splitTime: Int64 = 100

  private enum State: Equatable {
    case ground
    /// After Escape.
    case escape
    /// After Escape came alone: a sequence may have been torn apart there.
    case afterEscape
    /// As above, and `[`, `]`, `P` or `_` came soon after; it is a key if no reply follows.
    case torn(Unicode.Scalar, isAlone: Bool)
    /// Inside `CSI …`.
    case control(String)
    /// After `ESC O`.
    case single
    /// Inside a string that ends with BEL or `ESC \`.
    case string(wasEscape: Bool)
    /// The three bytes of an old mouse report.
    case oldMouse([UInt32])
    /// Inside a bracketed paste.
    case paste
  }

  private var state = State.ground
  private var changed: Int64 = 0
  private var pasted = String.UnicodeScalarView()
  private var pastedBytes = 0
  /// The part of the end mark that a paste has shown so far.
  private var ending: [Unicode.Scalar] = []
  private var inputs: [Input] = []

  private static let pasteEnd: [Unicode.Scalar] = ["\u{1B}", "[", "2", "0", "1", "~"]

  /// The next input, oldest first.
  mutating func next() -> Input? { inputs.isEmpty ? nil : inputs.removeFirst() }

  /// When to feed a pause at the latest, in milliseconds; nil where nothing is open.
  var deadline: Int64? {
    switch state {
    case .ground, .afterEscape: nil
    case .torn: changed + Self.splitTime
    default: changed + Self.patience
    }
  }

  /// Takes in one unit that came at a time in milliseconds.
  mutating func feed(_ unit: Unit, at now: Int64) {
    switch unit {
    case .pause: pause(at: now)
    case .key(let key): take(key)
    case .scalar(let scalar): take(scalar, at: now)
    }
    if unit != .pause { changed = now }
  }

  private mutating func pause(at now: Int64) {
    switch state {
    case .escape:
      emit(.escape)
      state = .afterEscape
    case .torn(let scalar, _):
      guard now - changed >= Self.splitTime else {
        state = .torn(scalar, isAlone: true)
        return
      }
      state = .ground
      emit(.character(Character(scalar)))
    case .control, .single, .string, .oldMouse:
      if now - changed >= Self.patience { state = .ground }
    case .paste where now - changed >= Self.patience: endPaste()
    default: break
    }
  }

  private mutating func take(_ key: Key) {
    switch state {
    case .paste, .string: return  // an arrow inside a text is no arrow
    case .escape:
      state = .ground  // Alt and a key
      return
    case .torn(let scalar, _): emit(.character(Character(scalar)))
    default: break
    }
    state = .ground
    emit(key)
  }

  private mutating func take(_ scalar: Unicode.Scalar, at now: Int64) {
    switch state {
    case .ground: begin(scalar)
    case .afterEscape: afterEscape(scalar, isSoon: now - changed < Self.splitTime)
    case .torn(let held, let isAlone): torn(held, scalar, wasAlone: isAlone)
    case .escape: escape(scalar)
    case .control(let parameters): control(parameters, scalar)
    case .single:
      state = .ground
      if let key = KeyTable.single(scalar) { emit(key) }
    case .string(let wasEscape): string(scalar, wasEscape: wasEscape)
    case .oldMouse(let bytes): oldMouse(bytes + [scalar.value])
    case .paste: paste(scalar)
    }
  }

  // MARK: Keys

  private mutating func begin(_ scalar: Unicode.Scalar) {
    state = .ground
    switch scalar.value {
    case 0x1B: state = .escape
    case 0x9B: state = .control("")
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string(wasEscape: false)
    default: if let key = KeyTable.plain(scalar) { emit(key) }
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "[": state = .control("")
    case "O": state = .single
    case "]", "P", "X", "^", "_": state = .string(wasEscape: false)
    case "\u{1B}": emit(.escape)
    default: state = .ground  // Alt and a key
    }
  }

  private mutating func afterEscape(_ scalar: Unicode.Scalar, isSoon: Bool) {
    if isSoon, ["[", "]", "P", "_"].contains(scalar) {
      state = .torn(scalar, isAlone: false)
    } else {
      begin(scalar)
    }
  }

  /// What came together with the next scalar was sent by no hand.
  private mutating func torn(
    _ held: Unicode.Scalar, _ scalar: Unicode.Scalar, wasAlone: Bool
  ) {
    let isReply = !wasAlone || ("0"..."?").contains(scalar)
    guard isReply else {
      emit(.character(Character(held)))
      return begin(scalar)
    }
    if held == "[" {
      control("", scalar)
    } else {
      string(scalar, wasEscape: false)
    }
  }

  // MARK: Sequences

  private mutating func control(_ parameters: String, _ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x3F:
      // A sequence too long to be one is swallowed like any other, and not kept.
      let kept = parameters.utf8.count < 64 ? parameters + String(scalar) : parameters
      state = .control(kept)
    case 0x40...0x7E: finish(parameters, scalar)
    case 0x1B: state = .escape
    default: state = .ground
    }
  }

  private mutating func finish(_ parameters: String, _ final: Unicode.Scalar) {
    state = .ground
    if final == "~", parameters == "200" {
      state = .paste
    } else if final == "M", parameters.isEmpty {
      state = .oldMouse([])
    } else if let first = parameters.first, first == "<" {
      if final == "M" { mouse(parameters.dropFirst()) }
    } else if let key = KeyTable.control(parameters, final) {
      emit(key)
    }
  }

  private mutating func mouse(_ parameters: Substring) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .compactMap { Int($0) }
    guard numbers.count == 3 else { return }
    mouse(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  private mutating func oldMouse(_ bytes: [UInt32]) {
    guard bytes.count == 3 else {
      state = .oldMouse(bytes)
      return
    }
    state = .ground
    let numbers = bytes.map { Int($0) - 32 }
    mouse(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// Columns and rows count from 1.
  private mutating func mouse(button: Int, column: Int, row: Int) {
    guard column > 0, row > 0, column < 10_000, row < 10_000 else { return }
    // 4, 8 and 16 stand for keys held; 32 is a move.
    let action: MouseAction? =
      switch button & ~0b11100 {
      case 0: .press
      case 32: .drag
      case 64: .wheelUp
      case 65: .wheelDown
      default: nil
      }
    if let action { inputs.append(.mouse(action, x: column - 1, y: row - 1)) }
  }

  private mutating func string(_ scalar: Unicode.Scalar, wasEscape: Bool) {
    switch scalar.value {
    case 0x07, 0x9C, 0x18, 0x1A: state = .ground
    case 0x5C where wasEscape: state = .ground
    default: state = .string(wasEscape: scalar.value == 0x1B)
    }
  }

  // MARK: Pastes

  private mutating func paste(_ scalar: Unicode.Scalar) {
    if scalar == Self.pasteEnd[ending.count] {
      ending.append(scalar)
      if ending == Self.pasteEnd { endPaste() }
      return
    }
    for held in ending { keep(held) }
    ending = []
    if scalar == Self.pasteEnd[0] { ending = [scalar] } else { keep(scalar) }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    // Terminals send a line's end as Return would.
    if scalar == "\n", pasted.last == "\n" && lastWasReturn {
      lastWasReturn = false
      return
    }
    lastWasReturn = scalar == "\r"
    let kept: Unicode.Scalar = scalar == "\r" ? "\n" : scalar
    let bytes = UTF8.width(kept)
    guard pastedBytes + bytes <= Self.longestPaste else { return }
    pasted.append(kept)
    pastedBytes += bytes
  }

  private var lastWasReturn = false

  private mutating func endPaste() {
    if !pasted.isEmpty { inputs.append(.paste(String(pasted))) }
    pasted = String.UnicodeScalarView()
    pastedBytes = 0
    ending = []
    lastWasReturn = false
    state = .ground
  }

  private mutating func emit(_ key: Key) { inputs.append(.key(key)) }
}
