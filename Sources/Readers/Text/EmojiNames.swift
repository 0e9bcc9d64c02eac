/// English names of emoji, for the words that they stand for beside themselves.
///
/// A bee and a bike drawn in a caption say what it is about as well as their names do.
enum EmojiNames {
  /// The words that an emoji names; nil where it names none.
  static func names(of scalar: UInt32) -> [[UInt32]]? {
    scalar < 0x2190 ? nil : table[scalar]
  }

  private static let table: [UInt32: [[UInt32]]] = {
    var table: [UInt32: [[UInt32]]] = [:]
    for row in rows.split(separator: "\n") {
      let parts = row.split(separator: " ")
      guard let emoji = parts.first?.unicodeScalars.first else { continue }
      table[emoji.value] = parts.dropFirst().map { $0.unicodeScalars.map(\.value) }
    }
    return table
  }()

  /// An emoji and its name a row, in the order of the topic tree.
  private static let rows = """
    🐝 bee
    🍯 honey
    🚲 bike
    🚴 cycling
    🐱 cat
    🐈 cat
    🐶 dog
    🐕 dog
    🐩 poodle
    🐹 hamster
    🐰 rabbit
    🐇 rabbit
    🐦 bird
    🦜 parrot
    🦉 owl
    🐔 chicken
    🐴 horse
    🐎 horse
    🏇 horse race
    🐍 snake
    🦎 lizard
    🐢 turtle
    🐠 fish
    🐟 fish
    🐡 fish
    🦈 shark
    🐜 ant
    🦋 butterfly
    🐞 ladybug
    🕷 spider
    🦁 lion
    🐯 tiger
    🐅 tiger
    🐘 elephant
    🐻 bear
    🐺 wolf
    🦊 fox
    🥊 boxing
    🥋 karate
    🤼 wrestling
    ⚽ soccer
    🏈 american football
    🏀 basketball
    ⚾ baseball
    🏒 hockey
    🏏 cricket
    🏉 rugby
    🎾 tennis
    ⛳ golf
    🏎 racing car
    🏁 race
    🏃 running
    🏋 lifting weights
    💪 muscle
    🧘 yoga
    🤸 gymnastics
    🏊 swimming
    🏄 surfing
    🤿 diving
    🛹 skateboard
    🏂 snowboard
    ⛷ skiing
    🎿 ski
    ⛸ ice skating
    🧗 climbing
    🎣 fishing
    🚗 car
    🚙 car
    🏍 motorcycle
    🛵 scooter
    🚚 truck
    🚛 truck
    🚜 tractor
    ✈ plane
    🛩 plane
    🚂 train
    🚆 train
    ⛵ boat
    🚤 boat
    🚢 ship
    🚁 helicopter
    🤰 pregnant
    👶 baby
    🍼 baby bottle
    👰 bride
    💍 wedding ring
    💒 wedding
    🎄 christmas
    🎃 halloween
    🎅 santa
    🎂 birthday cake
    🎉 party
    🎈 balloon party
    👗 dress
    👠 heels
    👔 shirt
    👖 jeans
    🩲 underwear
    👙 bikini
    👟 sneakers
    👜 handbag
    👓 glasses
    💄 lipstick makeup
    🧴 lotion
    💅 nails
    💇 haircut
    💈 barber
    🧔 beard
    🍳 cooking
    🍰 cake
    🧁 cupcake
    🍪 cookie
    🍞 bread
    🥐 croissant
    🍖 meat
    🥩 steak
    🍗 chicken meat
    🥦 broccoli
    🥗 salad
    🌱 plant
    🍣 sushi
    🍜 noodles
    🍕 pizza
    🥪 sandwich
    🍔 burger
    🌮 taco
    ☕ coffee
    🍵 tea
    🍺 beer
    🍻 beer
    🍷 wine
    🍸 cocktail
    🍹 cocktail
    🥃 whiskey
    🌻 sunflower
    🌷 tulip
    🪴 plant
    🧹 broom cleaning
    🧽 sponge cleaning
    🧼 soap
    🔨 hammer
    🪚 saw
    🛋 sofa
    🧶 yarn
    🧵 thread
    🪡 needle
    🎲 dice
    ♟ chess
    🏕 camping
    ⛺ tent
    🔫 gun
    🔪 knife
    💣 bomb
    🎨 painting
    📷 camera
    📸 photo
    🏛 architecture
    💃 dance
    🕺 dance
    📚 books
    📖 book
    ✍ writing
    🎤 microphone
    🎸 guitar
    🎹 piano
    🎻 violin
    🎺 trumpet
    🥁 drums
    🎧 headphones music
    🎬 film
    🍿 popcorn movie
    📺 television
    🎮 video game
    🕹 game
    📱 phone
    💻 laptop
    🖥 computer
    ⌨ keyboard
    🔌 plug
    🚀 rocket
    🔭 telescope
    🌌 galaxy
    🪐 planet
    🌙 moon
    🧪 chemistry
    ⚛ atom
    🧬 biology
    🔬 microscope
    🎓 graduation
    🏫 school
    🗳 vote
    🕌 mosque
    ⛪ church
    🙏 pray
    ⚖ law
    🚓 police
    👮 police
    💰 money
    💵 cash
    💸 money
    📈 stocks
    💼 business
    🌍 travel
    🧳 luggage travel
    🏖 beach
    🏨 hotel
    🎢 roller coaster
    🎡 ferris wheel
    🎪 festival
    🪄 magic
    🎩 magic hat
    🃏 card
    👻 ghost
    👽 alien
    🧠 brain
    💊 pill
    💉 needle
    🩺 doctor
    🏥 hospital
    ❄ snow
    🍄 mushroom
    🍁 leaf
    🌿 herb
    🍃 leaf
    🚬 cigarette
    🌵 cactus
    💔 heartbreak
    """
}
