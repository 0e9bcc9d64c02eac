/// What a person or their terminal sends to a screen.
public enum Input: Sendable, Hashable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; it is never taken for keys.
  case paste(String)
  /// A mouse button was pressed or held while it moved, or the wheel turned, at a cell.
  case mouse(MouseAction, x: Int, y: Int)
  /// The terminal has a new size.
  case resize(Size)
}

/// A key.
public enum Key: Sendable, Hashable {
  /// A printable character, as typed: `a`, `A`, `[`, ` `.
  case character(Character)
  /// A letter with Control held, lower case.
  case control(Character)
  /// The arrow keys.
  case up, down, left, right
  /// The keys for pages and ends.
  case pageUp, pageDown, home, end
  /// The keys that confirm, leave and delete.
  case enter, escape, tab, backTab, backspace, delete
  /// A function key, 1 … 12.
  case function(Int)
}

/// What a mouse did.
public enum MouseAction: Sendable, Hashable {
  /// The left button went down.
  case press
  /// The mouse moved while the left button was down.
  case drag
  /// The wheel turned away from the person.
  case wheelUp
  /// The wheel turned towards the person.
  case wheelDown
}
