import Canvas
struct CompareScreen { let view: View
  func draw(on sheet: inout Sheet, in rect: Rect) {} }
