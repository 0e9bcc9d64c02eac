import Canvas
struct TuneScreen { let view: View
  func draw(on sheet: inout Sheet, in rect: Rect) {} }
