internal import CNcurses
internal import Canvas

/// Which keys the codes and sequences of terminals stand for.
enum KeyTable {
  /// The key of a character that stands by itself; nil for those that mean nothing here.
  static func plain(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x01...0x1A:
      return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x00...0x1F, 0x80...0x9F: return nil
    default: return .character(Character(scalar))
    }
  }

  /// The key of `ESC O` and a letter, as keypads in application mode send.
  static func single(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "P": .function(1)
    case "Q": .function(2)
    case "R": .function(3)
    case "S": .function(4)
    case "M": .enter
    default: letters[scalar]
    }
  }

  /// The key of a control sequence; nil for replies and for keys with Alt.
  static func control(_ parameters: String, _ final: Unicode.Scalar) -> Key? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
    guard numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
    let modifier = numbers.count > 1 ? Int(numbers[1]) ?? 1 : 1
    guard modifier >= 1, (modifier - 1) & 2 == 0 else { return nil }
    switch final {
    case "~": return numbers.first.flatMap { Int($0) }.flatMap { tildes[$0] }
    case "P" where numbers.count > 1: return .function(1)
    case "Q" where numbers.count > 1: return .function(2)
    case "S" where numbers.count > 1: return .function(4)
    default: return letters[final]
    }
  }

  /// The key of a code that ncurses gave; nil for those that mean nothing here.
  static func code(_ code: Int32) -> Key? {
    if let key = codes[code] { return key }
    let first = nc_function_key(1)
    return code >= first && code < first + 12 ? .function(Int(code - first) + 1) : nil
  }

  private static let letters: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
  ]

  private static let tildes: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private static let codes: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_SR: .up, KEY_SF: .down,
    KEY_SLEFT: .left, KEY_SRIGHT: .right, KEY_HOME: .home, KEY_END: .end, KEY_FIND: .home,
    KEY_SELECT: .end, KEY_SHOME: .home, KEY_SEND: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown, KEY_ENTER: .enter, KEY_BTAB: .backTab,
    KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_SDC: .delete,
  ]
}
