/// The glyphs that frames are made of.
enum Lines {
  static let horizontal = "─"
  static let vertical = "│"
  static let topLeft = "┌"
  static let topRight = "┐"
  static let bottomLeft = "└"
  static let bottomRight = "┘"
  static let leftTee = "├"
  static let rightTee = "┤"
}
