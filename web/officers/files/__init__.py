"""Files for officers, which a second person approves, and requests that people may make."""

from core.duties import APPROVES_FILES, EXPORTS
from web.officers import unsent
from web.officers.files import orders, requests
from web.officers.policy import POST, Access, Page

ASK, BOTH = Access(EXPORTS), Access(EXPORTS | APPROVES_FILES)
ONE, REQUEST = "/files/<order_id>", "/requests/<request_id>"

PAGES = (
    Page("/files", orders.files, BOTH),
    Page("/files/ask", orders.file_ask, ASK, POST),
    Page(f"{ONE}/decide", orders.file_decide, Access(APPROVES_FILES), POST),
    Page(f"{ONE}/take", orders.file_take, ASK, POST),
    Page("/requests", requests.requests, ASK),
    Page("/requests/find", requests.request_find, ASK, POST),
    Page("/requests/add", requests.request_add, ASK, POST),
    Page("/requests/information", requests.request_information, ASK, POST),
    Page(f"{REQUEST}/close", requests.request_close, ASK, POST),
    Page(f"{REQUEST}/bundle", requests.request_bundle, ASK, POST),
    Page(f"{REQUEST}/erase", requests.request_erase, ASK, POST),
)
unsent.keeps("desk.file_ask", {"why": "What the file is for"}, ("format", "start", "end", "voice"))
unsent.keeps("desk.file_decide", {}, ("approved",))
unsent.keeps("desk.file_take", {})
unsent.keeps("desk.request_find", {})
unsent.keeps("desk.request_add", {"note": "Note"}, ("kind", "came_on", "view_id"))
unsent.keeps("desk.request_close", {"outcome": "How it was answered"})
for endpoint in ("desk.request_information", "desk.request_bundle", "desk.request_erase"):
    unsent.keeps(endpoint, {})
