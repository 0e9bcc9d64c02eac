/// A width and a height in character cells.
public struct Size: Sendable, Hashable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// Creates a size.
  public init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }
}

/// A rectangle of character cells; the origin is the top left.
public struct Rect: Sendable, Hashable {
  /// The leftmost column.
  public var x: Int
  /// The top row.
  public var y: Int
  /// Columns; never negative.
  public var width: Int
  /// Rows; never negative.
  public var height: Int

  /// Creates a rectangle; negative widths and heights become 0.
  public init(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The first column right of it.
  public var right: Int { x + width }
  /// The first row below it.
  public var bottom: Int { y + height }
  /// Whether it holds no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a cell lies in it.
  public func contains(_ column: Int, _ row: Int) -> Bool {
    column >= x && column < right && row >= y && row < bottom
  }

  /// The cells that lie in both.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(left, top, min(right, other.right) - left, min(bottom, other.bottom) - top)
  }

  /// The rectangle without so many cells at each side.
  public func inset(_ horizontal: Int, _ vertical: Int) -> Rect {
    Rect(x + horizontal, y + vertical, width - 2 * horizontal, height - 2 * vertical)
  }

  /// The top rows, at most all, and the rest.
  public func splitTop(_ rows: Int) -> (Rect, Rect) {
    let n = min(max(0, rows), height)
    return (Rect(x, y, width, n), Rect(x, y + n, width, height - n))
  }

  /// The left columns, at most all, and the rest.
  public func splitLeft(_ columns: Int) -> (Rect, Rect) {
    let n = min(max(0, columns), width)
    return (Rect(x, y, n, height), Rect(x + n, y, width - n, height))
  }
}
