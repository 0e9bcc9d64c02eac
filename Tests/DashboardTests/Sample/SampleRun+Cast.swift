import Catalogue
import Dashboard

@testable import Distribution

extension SampleRun {
  /// The cast: a dozen uploads, three of them doubtful.
  mutating func addVideos() {
    add(beeBike)
    add(
      plain(
        1, "cat-cucumber", by: "paws-and-co", 8_400, "He turned around and met the cucumber 😹",
        ("animals/cats", 0.81), at: 4_200, scores: [1.71, 1.62, 1.5, 1.42, 1.31, 1.22, 1.16],
        running: 28_400))
    add(
      plain(
        2, "walibi-drop", by: "walibi", 46_000, "90 metres straight down. Would you?",
        ("travel/theme_parks", 0.74), at: 9_000, scores: [1.52, 1.44, 1.36, 1.22, 1.15],
        running: 6_900))
    add(
      plain(
        3, "baby-shower", by: "lotte-and-jens", 310, "Look what they did to our living room",
        ("family/pregnancy_baby", 0.66), at: 20_000, scores: [1.4, 1.33, 1.21, 0.98]))
    add(
      plain(
        4, "boxer-pup", by: "plain-pets", 950, "He boxes back", ("animals/dogs", 0.71),
        at: 90_000, scores: [1.38, 1.3, 1.24, 1.12], running: 3_100))
    add(
      plain(
        5, "ew-lobby", by: "ew-facility-services", 1_900,
        "Four in the morning, and the lobby gets ready for you", ("home/cleaning", 0.52),
        at: 7_200, scores: [1.19, 1.14, 0.9]))
    add(
      plain(
        6, "boxer-bout", by: "ringside-gent", 12_700,
        "Twelve rounds, two great boxers, one split decision", ("sports/boxing", 0.88),
        at: 12_600, scores: [1.08, 0.86]))
    add(
      plain(
        7, "boxer-shorts", by: "plain-cotton", 2_300, "The softest boxers 綿100% you will own",
        ("style/underwear", 0.69), at: 16_000, scores: [0.84]))
    add(reelsPost)
    add(
      Event(
        at: 120_000, video: SampleRun.beeBike,
        what: .crossPosted(
          CrossPosting(to: VideoID(upload: 0, platform: 1), due: 141_600, gate: 7))))
  }

  private var beeBike: SampleVideo {
    let text = """
      So I come out of work and I cannot go home. There is a whole swarm of bees on my bike. I \
      called a beekeeper. He says the hive will move on by itself.
      """
    let upload = Upload(
      id: "bee-bike", creator: "bart", platform: "for-you",
      caption: "My bike was confiscated by bees", transcript: text,
      onScreenText: "BIKE TAKEN", hashtags: ["bees", "bike"], sound: "original sound - bart")
    return SampleVideo(
      id: SampleRun.beeBike, upload: upload, followers: 38, reading: beeReading(upload),
      scores: [2.13, 2.02, 1.83, 1.67, 1.52, 1.38, 1.26, 1.14, 1.06],
      ends: [2_520, 5_040, 9_000, 15_480, 47_160, 66_960, 91_440, 150_480],
      running: 250_836, forwards: 25, social: 74)
  }

  private func beeReading(_ upload: Upload) -> Reading {
    Reading(
      policies: [PolicyProbability(.theft, 0.004), PolicyProbability(.animals, 0.001)],
      topics: topics([
        ("animals/beekeeping", 0.62), ("sports/cycling", 0.24), ("fun/jokes_memes", 0.08),
      ]),
      topicEvidence: [
        evidence("swarm", in: .transcript, of: upload, 2.1, "animals/beekeeping"),
        evidence("hive", in: .transcript, of: upload, 1.4, "animals/beekeeping"),
        evidence("bees", in: .caption, of: upload, 0.9, "animals/beekeeping"),
        evidence("BIKE TAKEN", in: .onScreenText, of: upload, 1.2, "sports/cycling"),
        evidence("bees", in: .hashtags, of: upload, 0.2, "animals/beekeeping"),
      ])
  }

  private var reelsPost: SampleVideo {
    var post = beeBike
    post.id = VideoID(upload: 0, platform: 1)
    post.upload.postedAt = 141_600
    post.scores = [1.9, 1.74, 1.55, 1.4]
    post.ends = [3_000, 8_000, 20_000]
    post.running = 1_200
    post.forwards = 1
    post.social = 40
    return post
  }

  private func plain(
    _ number: Int, _ name: String, by creator: String, _ followers: Int, _ caption: String,
    _ topic: (String, Double), at: Moment, scores: [Double], running: Int? = nil
  ) -> SampleVideo {
    let upload = Upload(
      id: name, creator: creator, platform: "for-you", caption: caption, duration: 12,
      postedAt: at)
    let pace = running == nil ? 9_000 : max(3_000, (SampleRun.ninthWave - at) / (scores.count + 1))
    let ended = scores.count - (running == nil ? 0 : 1)
    return SampleVideo(
      id: VideoID(upload: number, platform: 0), upload: upload, followers: followers,
      reading: Reading(
        policies: [PolicyProbability(.hate, 0.002)], topics: topics([topic]),
        topicEvidence: []),
      scores: scores, ends: (0..<ended).map { 2_500 + $0 * pace }, running: running ?? 0,
      forwards: 3, social: followers / 15)
  }

  private func topics(_ pairs: [(String, Double)]) -> [TopicScore] {
    pairs.compactMap { id, score in Topic(id: id).map { TopicScore($0, score) } }
  }

  private func evidence(
    _ words: String, in field: Field, of upload: Upload, _ weight: Double, _ about: String
  ) -> Evidence {
    let text = Array(upload.text(of: field).unicodeScalars)
    let sought = Array(words.unicodeScalars)
    let start = text.indices.first { text[$0...].starts(with: sought) } ?? 0
    return Evidence(
      field: field, text: words, start: start, end: start + sought.count, weight: weight,
      about: about)
  }
}

extension SampleRun {
  /// Three uploads that review is in doubt about, and one that a moderator decided earlier.
  mutating func addCases() {
    doubt(
      8, "knife-trick", by: "flip-and-spin", 950,
      "Clean butterfly knife flip. More of these bl\u{200B}ades, link in bio", .weapons, 0.58,
      words: "butterfly knife", at: SampleRun.ninthWave - 240)
    doubt(
      9, "pills-haul", by: "supps-by-sam", 5_200, "My haul 💊 no questions, dm for the menu",
      .drugs, 0.51, words: "dm for the menu", at: SampleRun.ninthWave - 660)
    doubt(
      10, "ko-compilation", by: "ringside-gent", 12_700, "Street fights, who wins?", .violence,
      0.44, words: "Street fights", at: SampleRun.ninthWave - 1_140)
    doubt(
      11, "park-clip", by: "someone", 40, "text that nobody may see", .minors, 0.3,
      words: "", at: 30_000)
    add(
      Event(
        at: 31_000, video: VideoID(upload: 11, platform: 0),
        what: .decided(
          Decision(allowed: false, reason: "restricted", moderator: "you", waited: 1_000))))
  }

  private mutating func doubt(
    _ number: Int, _ name: String, by creator: String, _ followers: Int, _ caption: String,
    _ policy: Policy, _ probability: Double, words: String, at: Moment
  ) {
    let id = VideoID(upload: number, platform: 0)
    var upload = Upload(
      id: name, creator: creator, platform: "for-you", caption: caption,
      transcript: "Watch this and tell me what you think.", hashtags: ["fyp"], postedAt: at)
    upload.concernsMinors = policy == .minors
    let reading = Reading(
      policies: [
        PolicyProbability(policy, probability), PolicyProbability(.hate, probability / 10),
      ],
      topics: topics([("fun/challenges", 0.4)]),
      policyEvidence: words.isEmpty
        ? [] : [evidence(words, in: .caption, of: upload, 1.8, policy.rawValue)])
    add(
      Event(
        at: at, video: id,
        what: .uploaded(Submission(upload: upload, followers: followers, reading: reading))))
    add(
      Event(
        at: at, video: id,
        what: .reviewed(
          Review(verdict: .doubt, policy: policy, probability: probability, threshold: 0.12))))
    add(
      Event(
        at: at, video: id,
        what: .caseOpened(
          CaseFacts(policy: policy, probability: probability, due: at + policy.limit))))
  }
}
