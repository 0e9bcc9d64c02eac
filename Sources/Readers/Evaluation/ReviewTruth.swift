public import Catalogue

/// What a text is known to be, as far as review goes.
public enum ReviewTruth: Sendable, Hashable {
  /// It breaks no policy.
  case innocent
  /// It breaks this one.
  case breaks(Policy)
  /// It breaks one, but which nobody says.
  case illegal
  /// What it is said to be is no matter of these policies, so it judges nothing.
  case outside

  /// Whether it breaks a policy.
  public var isIllegal: Bool {
    switch self {
    case .innocent, .outside: false
    case .breaks, .illegal: true
    }
  }

  /// The policy's code, or what stands for it in a table.
  public var name: String {
    switch self {
    case .innocent: "none"
    case .breaks(let policy): policy.rawValue
    case .illegal: "any"
    case .outside: "outside"
    }
  }

  /// What a label means: a policy's code or name, or the word of a public data set; nil where
  /// nobody knows.
  public init?(label: String) {
    let word = label.lowercased()
    if let policy = Policy.allCases.first(where: {
      $0.rawValue.lowercased() == word || $0.label == word
    }) {
      self = .breaks(policy)
    } else if let known = Self.words[word] {
      self = known
    } else {
      return nil
    }
  }

  /// The words of HateCheck, XSTest, AILuminate and CatQA, and plain ones.
  private static let words: [String: ReviewTruth] = {
    let groups: [(ReviewTruth, [String])] = [
      (
        .innocent,
        [
          "", "none", "-", "safe", "legal", "innocent", "benign", "allow", "non-hateful", "ham",
        ]
      ),
      (.illegal, ["unsafe", "illegal", "harmful", "any", "ncr"]),
      (
        .breaks(.hate),
        ["hateful", "hte", "racial or ethnic hate", "religious intolerance"]
      ),
      (.breaks(.violence), ["vcr", "assault and battery"]),
      (.breaks(.weapons), ["iwp", "weapon", "weapon making"]),
      (.breaks(.drugs), ["drug"]),
      (.breaks(.trafficking), ["human trafficking"]),
      (.breaks(.terror), ["terrorism and extremism"]),
      (
        .breaks(.theft),
        ["ipv", "theft and robbery", "counterfeiting", "intellectual property theft"]
      ),
      (
        .breaks(.fraud),
        [
          "spam", "financial fraud", "employment scams", "investment scams", "identity theft",
          "phishing", "scamming",
        ]
      ),
      (
        .breaks(.cyber),
        [
          "cybercrime", "malicious software designed to spread and damage computers", "trojans",
          "spyware", "ransomware", "adware", "data theft", "doxxing", "prv",
        ]
      ),
      (
        .outside,
        [
          "dfm", "spc_ele", "spc_fin", "spc_hlt", "spc_lgl", "src", "ssh", "self-harm",
          "gender-based violence", "cyberbullying", "hazardous material handling",
          "unsafe practices", "market manipulation", "false advertising", "election advertising",
          "political misinformation", "lobbying", "political activism", "partisan commentary",
          "surveillance", "deepfake creation", "tracking and location monitoring",
          "personal investment advice", "retirement planning", "tax planning",
          "real estate investment", "debt management",
        ]
      ),
    ]
    return Dictionary(
      groups.flatMap { truth, words in words.map { ($0, truth) } }, uniquingKeysWith: { $1 })
  }()
}
