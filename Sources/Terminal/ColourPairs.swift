internal import CNcurses
internal import Canvas

/// The colours that ncurses can be told of.
struct Palette {
  /// How many there are; 0x1000000 where a colour is a number of 24 bits.
  let colours: Int

  /// As themes count.
  var depth: ColorDepth {
    switch colours {
    case ..<8: .mono
    case ..<256: .ansi16
    case ..<0x100_0000: .indexed256
    default: .trueColor
    }
  }

  /// ncurses' number of an ink, -1 for the terminal's own; and whether boldness must stand for a
  /// bright colour, as where there are only 8.
  func number(of ink: Ink) -> (colour: Int32, isBright: Bool) {
    switch ink {
    case .standard: (-1, false)
    case .indexed(let index) where index < 8: (Int32(index), false)
    case .indexed(let index) where index < 16:
      colours >= 16 && depth != .trueColor ? (Int32(index), false) : (Int32(index) - 8, true)
    case .indexed(let index):
      depth == .trueColor ? (direct(Ink.colour(ofIndex: index)), false) : (Int32(index), false)
    case .rgb(let colour): depth == .trueColor ? (direct(colour), false) : (-1, false)
    }
  }

  /// Numbers below 8 mean the palette even where colours are direct, so the darkest blues move up.
  private func direct(_ colour: RGB) -> Int32 {
    max(8, Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue))
  }
}

/// The pairs of colours that ncurses was told of, as many as there are.
struct ColourPairs {
  private struct Colours: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// What colours there are.
  let palette: Palette
  private let limit: Int
  private var known: [Colours: Int32] = [:]

  init(_ palette: Palette) {
    self.palette = palette
    self.limit = palette.depth == .mono ? 0 : Int(nc_pairs())
  }

  /// Lets all pairs be used anew.
  mutating func forget() { known = [:] }

  /// The pair of a look's colours, 0 where there is none left or none can be made; and whether
  /// boldness must stand for a bright foreground.
  mutating func pair(of look: Look) -> (pair: Int32, isBright: Bool) {
    let (foreground, isBright) = palette.number(of: look.foreground)
    let background = palette.number(of: look.background).colour
    let wanted = Colours(foreground: foreground, background: background)
    if let pair = known[wanted] { return (pair, isBright) }
    let pair = Int32(known.count + 1)
    guard known.count + 1 < limit, nc_make_pair(pair, foreground, background) else {
      return (0, isBright)
    }
    known[wanted] = pair
    return (pair, isBright)
  }
}
