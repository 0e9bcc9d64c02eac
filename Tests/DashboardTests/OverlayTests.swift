import Canvas
import Catalogue
import Dashboard
import Testing

@testable import Distribution

@Suite("Help, palette and forms")
struct OverlayTests {
  @Test("Help finds a key by words and does it")
  func help() {
    var driver = Driver()
    driver.press("?fork it")
    #expect(!driver.text.contains("Go to a time"))
    driver.press("⌫⌫⌫⌫⌫⌫⌫keep this run")
    #expect(driver.text.contains("Keep this run and go on beside it"))
    driver.press("↵")
    #expect(driver.sent == [.fork([])])
  }

  @Test("Help goes to the screen on which a key works")
  func helpElsewhere() {
    var driver = Driver()
    driver.press("?hide what the model↵")
    #expect(driver.dashboard.screen == .moderate)
    #expect(driver.text.contains("hidden until you have decided"))
  }

  @Test("Help turns its pages, says how much there is, and cuts no sentence")
  func helpPages() {
    for size in [Size(60, 18), Size(80, 24), Size(120, 40)] {
      var driver = Driver(size: size)
      driver.press("?")
      #expect(driver.text.contains("below: pgdn"))
      var pages: Set<String> = []
      for _ in 0..<20 {
        pages.insert(driver.text)
        driver.press("⇟")
      }
      #expect(pages.count > 2, "\(size)")
      #expect(driver.text.contains("above: pgup"))
      #expect(!driver.text.contains("below: pgdn"))
    }
  }

  @Test("The palette knows every action and the commands that take a word")
  func palette() {
    for (line, intents) in [
      ("upload mine.toml", [Intent.load(path: "mine.toml")]), ("goto 12h", [.seek(43_200)]),
      ("speed 600", [.setSpeed(600)]), ("speed max", [.setSpeed(0)]),
      ("export a b.svg", [.export(path: "a b.svg")]), ("fork", [.fork([])]), ("quit", [.quit]),
    ] {
      var driver = Driver()
      driver.press(":" + line + "↵")
      #expect(driver.sent == intents, "\(line)")
    }
  }

  @Test("The palette completes, chooses with the arrows, and says what it did not understand")
  func completion() {
    var driver = Driver()
    driver.press(":upl⇥")
    #expect(driver.text.contains(": upload"))
    driver.press("a.toml↵")
    #expect(driver.sent == [.load(path: "a.toml")])
    driver.press(":next-d↵")
    #expect(driver.sent.last == .step(.decision, forward: true))
    driver.press(":speed fast↵")
    #expect(driver.text.contains("a speed is a whole number"))
    driver.press("⎋:nonsense↵")
    #expect(driver.text.contains("no command is called"))
  }

  @Test("Themes are asked for by name")
  func themes() {
    var driver = Driver()
    driver.press(":theme hive-li⇥↵")
    #expect(driver.dashboard.theme == "hive-light")
    #expect(driver.sent.isEmpty)
    driver.press(":theme nothing↵")
    #expect(driver.dashboard.theme == "hive-light")
    #expect(driver.text.contains("no theme is called"))
  }

  @Test("The form brings in an upload, and says which field is wrong")
  func form() {
    var driver = Driver()
    driver.press("NBees on my bike⇥⌫⌫x↵")
    driver.press(.control("s"))
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("Length: a number of seconds"))
    driver.press("↑⌫12⇥⇥BIKE⇥bees⇥1↵")
    #expect(
      driver.sent == [
        .submit(
          UploadDraft(
            caption: "Bees on my bike", onScreenText: "BIKE", hashtags: "bees", duration: 12,
            appeal: 0))
      ])
  }

  @Test("The form stays, with all that was typed, until the upload is accepted")
  func refusedForm() {
    var driver = Driver()
    driver.press("NBees⇥⇥nowhere.srt")
    driver.press(.control("s"))
    #expect(driver.sent.count == 1)
    driver.press("q1x")
    #expect(driver.sent.count == 1)
    driver.press("⌫⌫⌫")
    driver.press(.control("s"))
    driver.scene.notice = Notice("nowhere.srt: no such file", isError: true)
    #expect(driver.text.contains("nowhere.srt: no such file"))
    driver.press("⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫")
    #expect(driver.text.contains("Bees"))
    driver.press(.control("s"))
    #expect(driver.sent.count == 3)
    driver.scene.notice = nil
    func post(_ number: Int, by creator: String) {
      let upload = Upload(id: "u\(number)", creator: creator, platform: "for-you")
      let facts = Submission(
        upload: upload, followers: 0, reading: Reading(policies: [], topics: []))
      let id = VideoID(upload: number, platform: 0)
      driver.scene.snapshot.apply(
        Event(at: driver.scene.snapshot.now, video: id, what: .uploaded(facts)))
    }
    post(500, by: "somebody")
    #expect(driver.text.contains("Bees"))
    #expect(driver.press(.control("s")).isEmpty)
    post(501, by: "you")
    #expect(!driver.text.contains("An upload of your own"))
    #expect(driver.press(" ") == [.setPaused(true)])
  }

  @Test("Letters that are typed are never taken for keys")
  func typing() {
    var driver = Driver()
    driver.press("Nquit? yxf: n")
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("quit? yxf: n"))
  }

  @Test("Pasted text is never taken for keys")
  func paste() {
    var driver = Driver(screen: .moderate)
    #expect(driver.dashboard.update(.paste("yyyyq"), scene: driver.scene).isEmpty)
    #expect(driver.text.contains("Nothing takes text here"))
    driver.press("N")
    #expect(driver.dashboard.update(.paste("one\ntwo"), scene: driver.scene).isEmpty)
    #expect(driver.text.contains("one two"))
  }

  @Test("q leaves at once; while something is typed ^C asks first")
  func leaving() {
    var driver = Driver()
    driver.press("Nhello")
    driver.press(.control("c"))
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("What you typed would be lost"))
    driver.press("n")
    #expect(driver.text.contains("hello"))
    driver.press(.control("c"))
    driver.press("y")
    #expect(driver.sent == [.quit])
    var other = Driver()
    #expect(other.press("q") == [.quit])
  }
}
