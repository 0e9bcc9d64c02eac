import Catalogue
import Distribution

/// What was asked for and has not come back in a scene yet.
///
/// Keys can be pressed faster than scenes arrive: the next press of the same key goes on from what
/// was asked, not from what is still shown.
struct Pending: Sendable, Hashable {
  /// A value that was asked for, and the one that was shown then.
  private struct Wish<Value: Sendable & Hashable>: Sendable, Hashable {
    var asked: Value
    var shown: Value
  }

  private var speed: Wish<Int>?
  private var pause: Wish<Bool>?
  private var backward: Wish<Bool>?
  private var moment: Wish<Moment>?
  private var settings: [String: Wish<Double>] = [:]

  /// Forgets what has come back, and all of it where something was refused.
  mutating func settle(with scene: Scene) {
    if scene.notice?.isError == true { self = Pending() }
    if speed?.shown != scene.speed { speed = nil }
    if pause?.shown != scene.isPaused { pause = nil }
    if backward?.shown != scene.isBackward { backward = nil }
    if moment?.shown != scene.snapshot.now { moment = nil }
    settings = settings.filter { key, wish in
      Self.value(of: key, in: scene.steeredSnapshot) == wish.shown
    }
  }

  /// The speed as it will be.
  func speed(in scene: Scene) -> Int { speed?.asked ?? scene.speed }

  /// Whether time will stand still.
  func isPaused(in scene: Scene) -> Bool { pause?.asked ?? scene.isPaused }

  /// Whether time will run backwards.
  func isBackward(in scene: Scene) -> Bool { backward?.asked ?? scene.isBackward }

  /// The moment that will be shown.
  func moment(in scene: Scene) -> Moment { moment?.asked ?? scene.snapshot.now }

  /// A setting as it will be.
  func value(of key: String, now: Double) -> Double { settings[key]?.asked ?? now }

  mutating func ask(speed asked: Int, _ scene: Scene) {
    speed = Wish(asked: asked, shown: scene.speed)
  }

  mutating func ask(paused asked: Bool, _ scene: Scene) {
    pause = Wish(asked: asked, shown: scene.isPaused)
  }

  mutating func ask(backward asked: Bool, _ scene: Scene) {
    backward = Wish(asked: asked, shown: scene.isBackward)
  }

  mutating func ask(moment asked: Moment, _ scene: Scene) {
    moment = Wish(asked: asked, shown: scene.snapshot.now)
  }

  mutating func ask(_ change: DraftChange, now: Double) {
    settings[change.key] = Wish(asked: change.value, shown: now)
  }

  private static func value(of key: String, in snapshot: Snapshot) -> Double? {
    guard case .platform(let name, let setting)? = SettingKey(key) else { return nil }
    return snapshot.platforms.first { $0.id == name }.map { setting.value(in: $0.settings) }
  }
}
