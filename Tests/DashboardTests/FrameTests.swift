import Canvas
import Dashboard
import Foundation
import Testing

@Suite("Frames look as they did")
struct FrameTests {
  @Test("Print")
  func show() throws {
    guard let folder = ProcessInfo.processInfo.environment["FRAMES_OUT"] else { return }
    let scene = SampleRun().scene(at: SampleRun.ninthWave)
    for size in [Size(120, 40), Size(80, 24), Size(60, 18), Size(200, 60)] {
      let canvas = Dashboard(size: size).draw(scene, size: size)
      let name = "\(folder)/spread-\(size.width)x\(size.height)"
      try canvas.plainText.write(toFile: name + ".txt", atomically: true, encoding: .utf8)
    }
  }
}
