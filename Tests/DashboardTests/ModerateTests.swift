import Canvas
@testable import Dashboard
import Distribution
import Testing

@Suite("Moderate")
struct ModerateTests {
  private let urgent = VideoID(upload: 10, platform: 0)

  @Test("y on a case sends one decision, however long the key is held")
  func once() {
    var driver = Driver(screen: .moderate)
    driver.press("yyyyyyyyyy")
    #expect(driver.sent == [.decide(urgent, allowed: true, reason: "no illegal content")])
    #expect(driver.text.contains("Decided."))
    driver.press("xxxx")
    #expect(driver.sent.count == 1)
  }

  @Test("x gives the model's policy as the reason, or the one that was chosen or written")
  func reasons() {
    var driver = Driver(screen: .moderate)
    driver.press("x↵")
    #expect(
      driver.sent == [.decide(urgent, allowed: false, reason: "illegal: violence (VIO)")])
    var other = Driver(screen: .moderate)
    other.press("r↓↵x↵")
    #expect(other.sent == [.decide(urgent, allowed: false, reason: "illegal: terror (TER)")])
    var own = Driver(screen: .moderate)
    own.press("rreal fights↵x↵")
    #expect(own.sent == [.decide(urgent, allowed: false, reason: "real fights")])
  }

  @Test("x alone removes nothing: it exports elsewhere, and a slip must do no harm")
  func slip() {
    for size in [Size(60, 18), Size(80, 24), Size(120, 40)] {
      var driver = Driver(screen: .moderate, size: size)
      driver.press("xxxx")
      #expect(driver.sent.isEmpty)
      #expect(driver.text.contains("Remove it?"), "\(size)")
      driver.press("y")
      #expect(driver.sent.isEmpty)
      driver.press("⎋")
      #expect(!driver.text.contains("Remove it?"))
      driver.press("x1")
      #expect(driver.dashboard.screen == .spread)
      driver.press("2↵")
      #expect(!driver.sent.contains { if case .decide = $0 { true } else { false } })
      driver.press("x ")
      #expect(driver.text.contains("Remove it?"))
    }
  }

  @Test("x and then another reason removes for that one")
  func otherReason() {
    var driver = Driver(screen: .moderate)
    driver.press("xr↓↵x↵↵↵")
    #expect(driver.sent == [.decide(urgent, allowed: false, reason: "illegal: terror (TER)")])
  }

  @Test("cases are told apart by name in a long queue, however late they are")
  func names() {
    var scene = Sample.scene
    scene.snapshot.now += 12 * 3_600
    for size in [Size(80, 24), Size(120, 40)] {
      let driver = Driver(scene, screen: .moderate, size: size)
      for name in ["ko-compilation", "pills-haul", "knife-trick"] {
        #expect(driver.text.contains("◆ \(name) "), "\(size) \(name)")
      }
    }
    let spread = Driver(scene).text
    #expect(spread.contains("✕ 8 h") && !spread.contains("4✕") && !spread.contains(".✕"))
  }

  @Test("a name that is cut keeps both its ends")
  func cut() {
    #expect("upload-of-the-day-0123".clippedInside(13) == "upload…y-0123")
    #expect("upload-0123".clippedInside(13) == "upload-0123")
    #expect("綿綿綿綿綿綿".clippedInside(7).cells <= 7)
    #expect("upload".clippedInside(3).cells <= 3)
  }

  @Test("the next case comes only when it is asked for")
  func next() {
    var driver = Driver(screen: .moderate)
    driver.press("y↵y")
    #expect(driver.sent.count == 2)
    #expect(
      driver.sent.last
        == .decide(
          VideoID(upload: 9, platform: 0), allowed: true, reason: "no illegal content"))
  }

  @Test("the most urgent case comes first, with the formula in sight")
  func order() {
    let text = Driver(screen: .moderate).text
    #expect(text.contains("severity × reach × age × uncertainty"))
    #expect(text.contains("▸◆ ko-compilation"))
  }

  @Test("hidden characters of the case's text are spelled out")
  func hidden() {
    var driver = Driver(screen: .moderate)
    driver.press("↓↓")
    #expect(driver.text.contains("bl‹ZWSP›ades"))
  }

  @Test("a case that may concern a minor is masked, everywhere")
  func masked() {
    let run = Sample.run
    for screen in Screen.allCases {
      var driver = Driver(run.scene(at: 30_500), screen: screen)
      driver.press(screen == .spread || screen == .compare ? "/park↵" : "")
      for keys in ["", "v", "⎋", "r"] {
        driver.press(keys)
        #expect(!driver.text.contains("nobody may see"), "\(screen) \(keys)")
      }
    }
    #expect(Driver(run.scene(at: 30_500), screen: .moderate).text.contains("Masked"))
  }

  @Test("what the model thinks can be hidden until the decision is made")
  func anchoring() {
    var driver = Driver(screen: .moderate)
    driver.press("h")
    #expect(driver.text.contains("hidden until you have decided"))
    #expect(!driver.text.contains("44 %"))
    driver.press("y")
    #expect(!driver.text.contains("hidden until you have decided"))
  }

  @Test(
    "hidden, it shows nowhere: not in the queue, the order or the limit",
    arguments: [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60)])
  func blind(_ size: Size) {
    var driver = Driver(screen: .moderate, size: size)
    driver.press("h")
    for word in ["violence", "VIO", "of 4 h", "44 %"] {
      #expect(!driver.text.contains(word), "\(size) \(word)")
    }
  }

  @Test("with it, its policy and the prefilled reason are hidden, and a removal asks for one")
  func hiddenReason() {
    for size in [Size(60, 18), Size(80, 24), Size(120, 40)] {
      var driver = Driver(screen: .moderate, size: size)
      driver.press("h")
      #expect(!driver.text.contains("violence"), "\(size)")
      driver.press("x")
      #expect(driver.sent.isEmpty)
      driver.press("↵")
      #expect(driver.text.contains("x and ↵ remove it for this reason"))
      driver.press("x↵")
      #expect(driver.sent.count == 1)
    }
  }

  @Test("after the decision nothing is at stake any more, and u says so")
  func decidedStake() {
    var driver = Driver(screen: .moderate)
    driver.press("yu")
    #expect(driver.sent.count == 1)
    #expect(driver.text.contains("it is decided"))
  }

  @Test("a text that does not fit says how many lines more there are, and scrolls to them")
  func long() {
    var driver = Driver(Sample.scene, screen: .moderate, size: Size(60, 9))
    #expect(driver.text.contains("more line"))
    let before = driver.text
    driver.press("⇟")
    #expect(driver.text != before)
    driver.press("⇞")
    #expect(driver.text == before)
  }

  @Test("a case in hand slows the world down, and leaving it ends that")
  func slow() {
    var driver = Driver()
    #expect(driver.press("2") == [.setSpeed(1)])
    driver.scene.speed = 1
    #expect(driver.press("1") == [.setSpeed(600)])
    driver.scene.speed = 600
    driver.press("2")
    driver.scene.speed = 10
    #expect(driver.press("1").isEmpty)
  }

  @Test("what is at stake is a range, and only where it is known")
  func stake() {
    var driver = Driver(screen: .moderate)
    #expect(driver.text.contains("if allowed: the first 200 people"))
    #expect(driver.press("u") == [.forecast(urgent)])
    driver.scene.outlook = Outlook(
      video: urgent, views: ViewsRange(low: 300, median: 900, high: 4_100, runs: 20))
    #expect(driver.text.contains("300–4.1K views in 8 of 10 guesses, n 20"))
  }

  @Test("a decision that was refused can be made again")
  func refused() {
    var driver = Driver(screen: .moderate)
    driver.press("y")
    driver.scene.notice = Notice("the disk is full", isError: true)
    #expect(driver.text.contains("the disk is full"))
    #expect(driver.press("y").count == 1)
  }
}
