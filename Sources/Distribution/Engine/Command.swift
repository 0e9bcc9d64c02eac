public import Catalogue

/// What may be asked of a running engine.
public enum Command: Sendable, Hashable, Codable {
  /// Submit an upload with the reading that the models gave it. `number` is its place in the
  /// order of posting and must be new.
  case upload(Upload, Reading, followers: Int, number: Int)
  /// Decide a case that is open at the desk.
  case decide(VideoID, allowed: Bool, reason: String, moderator: String)
  /// Move a setting, named by its dotted key, from now on.
  case set(key: String, value: Double)
}

/// Why a command was refused; nothing was changed.
public enum Refusal: Error, Sendable, Hashable {
  /// An upload of that number is already in the run.
  case numberTaken(Int)
  /// The scenario has no platform of that name.
  case noSuchPlatform(String)
  /// No case of that video is open.
  case noOpenCase(VideoID)
  /// No setting has that key.
  case noSuchSetting(String)
  /// The value lies outside the setting's range.
  case outOfRange(key: String, value: Double, range: ClosedRange<Double>)
  /// The moment lies before the engine's.
  case inThePast(Moment)
}

extension Refusal: CustomStringConvertible {
  /// What was refused, why, and what would be accepted.
  public var description: String {
    switch self {
    case .numberTaken(let number): "upload number \(number) is already in the run"
    case .noSuchPlatform(let name): "the scenario has no platform “\(name)”"
    case .noOpenCase: "no case of that video is open: it was decided already, or never in doubt"
    case .noSuchSetting(let key): "no setting is called “\(key)”"
    case .outOfRange(let key, let value, let range):
      "\(key) = \(value) is outside \(range.lowerBound) … \(range.upperBound)"
    case .inThePast(let moment): "\(moment) s lies before the run's present"
    }
  }
}
