import Canvas
import Catalogue
import Distribution

extension Dashboard {
  /// Takes the mouse: a click on a tab or a row; the wheel goes through videos, cases or settings.
  mutating func point(_ action: MouseAction, _ x: Int, _ y: Int, _ scene: Scene) -> [Intent] {
    return []
  }
}
