//! What reaches the loop, from the terminal and from the store, by one channel.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::app::Event;
use super::terminal::Event as TerminalEvent;
use crate::work::thread::Message;

/// What reaches the loop.
pub(super) enum Arrival {
    Terminal(TerminalEvent),
    Store(Message),
}

impl Arrival {
    pub(super) fn is_of_a_person(&self) -> bool {
        matches!(self, Self::Terminal(_))
    }
}

/// Where requests go and answers come from; made before the first screen, because a session is opened
/// on it.
pub struct Mail {
    pub(super) send: Sender<Arrival>,
    pub(super) receive: Receiver<Arrival>,
}

impl Default for Mail {
    fn default() -> Self {
        let (send, receive) = channel();
        Self { send, receive }
    }
}

impl Mail {
    /// Where the store thread sends its messages.
    pub fn post(&self) -> impl Fn(Message) + Send + 'static {
        let send = self.send.clone();
        // Once the loop has ended nobody waits for an answer.
        move |message| drop(send.send(Arrival::Store(message)))
    }
}

/// What a message of the store is to the screens.
pub(super) fn event_of(message: Message) -> Event {
    match message {
        Message::Reply { question, answer } => Event::Reply(*question, answer.map_err(Arc::new)),
        Message::News(news) => Event::News(news),
        Message::Beside(beside) => Event::Beside(beside),
        Message::Progress { far, elapsed } => Event::Progress { far, elapsed },
        Message::Trouble(error) => Event::Trouble(Arc::new(error)),
    }
}
