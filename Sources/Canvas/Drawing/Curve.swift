/// One line of a chart.
public struct Curve: Sendable, Hashable {
  /// A place on the line.
  public struct Point: Sendable, Hashable {
    /// Its place along the x axis.
    public var x: Double
    /// Its height; nil starts a gap that lasts until the next point.
    public var y: Double?

    /// Creates a point.
    public init(_ x: Double, _ y: Double?) {
      self.x = x
      self.y = y
    }
  }

  /// How the line gets from one point to the next.
  public enum Path: Sendable, Hashable {
    /// Straight.
    case straight
    /// At the height of the last point until the next one comes, as a count does.
    case steps
  }

  /// The points, in ascending order of x.
  public var points: [Point]
  /// How it looks.
  public var style: Style
  /// How it gets from point to point.
  public var path: Path
  /// Draws only every so manyth column of dots; 1 is a solid line, 3 a dotted one.
  public var spacing: Int
  /// Up to where a stepped line is known; nil is its last point.
  public var knownUntil: Double?

  /// Creates a line.
  public init(
    _ points: [Point], _ style: Style = Style(), path: Path = .straight, spacing: Int = 1,
    knownUntil: Double? = nil
  ) {
    self.points = points
    self.style = style
    self.path = path
    self.spacing = max(1, spacing)
    self.knownUntil = knownUntil
  }

  /// The heights at ascending places; nil where the line is not known.
  ///
  /// A height rests only on the points around its place, so a point that is added at the end
  /// changes no height that was known before.
  /// - Complexity: O(points + places).
  func heights(at places: [Double]) -> [Double?] {
    var next = 0
    let end = path == .steps ? knownUntil ?? points.last?.x : points.last?.x
    return places.map { place in
      while next < points.count, points[next].x <= place { next += 1 }
      guard next > 0, let end, place <= end, let before = points[next - 1].y else { return nil }
      guard path == .straight, next < points.count, place > points[next - 1].x else {
        return before
      }
      guard let after = points[next].y else { return nil }
      let (from, to) = (points[next - 1].x, points[next].x)
      return before + (after - before) * (place - from) / (to - from)
    }
  }
}
