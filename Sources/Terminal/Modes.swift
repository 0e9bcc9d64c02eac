internal import CNcurses

/// The escape sequences that ncurses does not send: mouse, pastes, frames in one piece.
struct Modes {
  /// Whether the terminal is of the family that knows such sequences.
  let isModern: Bool
  /// Whether the cursor can be sent to any place, without which there is no screen to speak of.
  let isAddressable: Bool
  /// Whether mouse reports are wanted.
  var takesMouse = true
  /// Begins a frame that is to be shown as a whole.
  let frameBegin: String
  /// Ends it.
  let frameEnd: String
  /// Undoes everything, from any state, for a process that dies.
  let restore: String

  /// Asks the description of the terminal that is open.
  init() {
    func capability(_ name: String) -> String {
      nc_capability(name).map { Self.withoutDelays(String(cString: $0)) } ?? ""
    }
    isAddressable = !capability("cup").isEmpty
    isModern = !capability("kmous").isEmpty && !capability("rmcup").isEmpty
    frameBegin = isModern ? "\u{1B}[?2026h" : ""
    frameEnd = isModern ? "\u{1B}[?2026l" : ""
    let leave = capability("rmcup")
    restore =
      frameEnd + (isModern ? Self.allOff : "") + capability("sgr0") + capability("cnorm")
      + capability("rmkx")
      + (leave.isEmpty ? "\r\n" : leave + "\r")
  }

  private static let allOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l"

  /// Switches bracketed pastes on, and mouse reports where they are wanted.
  var on: String {
    isModern ? (takesMouse ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : "") + "\u{1B}[?2004h" : ""
  }

  /// Switches them off.
  var off: String { isModern ? Self.allOff : "" }

  /// A sequence without the pauses that its description asks for: `$<5>`.
  private static func withoutDelays(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "$<") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension Substring {
  /// Where a short text occurs first.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
