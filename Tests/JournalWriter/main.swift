import Glibc
import Journal

// JournalWriter FILE BATCHES goes on with a journal until it is killed, and says each sequence
// number that is on the disk. Every so many batches it closes the file and opens it again, so that
// a kill meets that as well. JournalWriter verify FILE checks one and says how much memory it took.

/// Says something at once.
func say(_ words: String) {
  let bytes = Array((words + "\n").utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}

func open(_ path: String) throws(JournalError) -> Journal {
  access(path, F_OK) == 0
    ? try Journal.open(path: path, for: .writing)
    : try Journal.create(path: path, about: Chronicle.about)
}

/// The most memory that this process has had so far, in kilobytes.
///
/// It is asked of the kernel's page about the process: what `getrusage` says begins with the memory
/// of the process that started this one.
func peak() -> Int {
  guard let file = fopen("/proc/self/status", "r") else { return .max }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, Int32(line.count), file) != nil {
    let words = String(
      decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
    )
    .split { $0 == " " || $0 == "\t" || $0 == "\n" }
    if words.first == "VmHWM:", words.count > 1 { return Int(words[1]) ?? .max }
  }
  return .max
}

func keepWriting(_ path: String, batches: Int) throws(JournalError) {
  while true {
    let journal = try open(path)
    var sequence = try journal.totals().lastSequence
    say("open \(sequence)")
    for _ in 0..<batches {
      sequence = try journal.append(Chronicle.batch(after: sequence))?.upperBound ?? sequence
      say("\(sequence)")
    }
    journal.close()
    say("closed")
  }
}

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  if arguments.first == "verify", arguments.count == 2 {
    let verification = try Journal.open(path: arguments[1]).verify()
    say("\(peak())")
    exit(verification.alteration == nil ? 0 : 1)
  }
  guard arguments.count == 2, let batches = Int(arguments[1]) else { exit(64) }
  try keepWriting(arguments[0], batches: batches)
} catch {
  say("error \(error)")
  exit(error.exitCode)
}
